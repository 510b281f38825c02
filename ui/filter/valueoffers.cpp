#include "ui/filter/valueoffers.h"

#include "ui/filter/offerdelegate.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QStandardItemModel>

namespace squall::ui {

using namespace Qt::StringLiterals;

QString offerNote(const models::OfferedValue &value)
{
    if (!value.label.isEmpty())
        return value.label;
    if (!value.share)
        return {};
    const auto percent = *value.share * 100;
    return percent < 1 ? u"< 1 %"_s : u"≈ "_s + QLocale().toString(percent, 'f', 0) + u" %"_s;
}

ValueOffers::ValueOffers(const Theme &theme, QObject *parent)
    : QCompleter(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setCompletionRole(OfferDelegate::SearchRole);
    setMaxVisibleItems(10);
    auto *delegate = new OfferDelegate(theme, this);
    popup()->setItemDelegate(delegate);
    popup()->setObjectName(u"valueOffers"_s);
    popup()->setAccessibleName(tr("Values of this column"));
}

void ValueOffers::setValues(const std::vector<models::OfferedValue> &values)
{
    m_model->clear();
    for (const auto &value : values) {
        auto *item = new QStandardItem(value.value);
        const auto note = offerNote(value);
        item->setData(note, OfferDelegate::NoteRole);
        item->setData(value.label.isEmpty() ? value.value : value.value + u' ' + value.label,
                      OfferDelegate::SearchRole);
        item->setData(note.isEmpty() ? value.value : value.value + u", "_s + note, Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
}

QString ValueOffers::pathFromIndex(const QModelIndex &index) const
{
    return index.data(Qt::DisplayRole).toString();
}

} // namespace squall::ui
