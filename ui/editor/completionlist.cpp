#include "ui/editor/completionlist.h"

#include "core/base/shorttypename.h"
#include "ui/filter/offerdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QGraphicsDropShadowEffect>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int edge = 4;
constexpr int mostRows = 10;
constexpr int narrowest = 260;
constexpr int widest = 520;
constexpr int measuredRows = 40;

} // namespace

CompletionList::CompletionList(const Theme &theme, QWidget *editor)
    : QFrame(editor)
    , m_theme(theme)
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"completion"_s);
    setAccessibleName(tr("What could stand here"));
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 6);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);
    m_list->setObjectName(u"completionList"_s);
    m_list->setAccessibleName(tr("What could stand here"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit taken(index.row()); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void CompletionList::offer(const std::vector<sql::Suggestion> &suggestions, const QRect &line, bool chosen)
{
    m_model->clear();
    for (const auto &suggestion : suggestions) {
        auto *item = new QStandardItem(suggestion.text);
        const auto note = suggestion.type == sql::Suggestion::Type::Column ? shortTypeName(suggestion.note)
                                                                           : suggestion.note;
        item->setData(note, OfferDelegate::NoteRole);
        const auto spoken = note.isEmpty() ? suggestion.text : suggestion.text + u", "_s + note;
        item->setData(spoken, Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_moved = false;
    m_list->setCurrentIndex(chosen ? m_model->index(0, 0) : QModelIndex());
    m_list->scrollToTop();
    place(line);
    show();
    raise();
}

void CompletionList::place(const QRect &line)
{
    auto *window = parentWidget()->window();
    if (parentWidget() != window)
        setParent(window);
    int width = narrowest;
    const QStyleOptionViewItem option;
    for (int row = 0; row < std::min(m_model->rowCount(), measuredRows); ++row)
        width = std::max(width, m_list->itemDelegate()->sizeHint(option, m_model->index(row, 0)).width());
    const int bar = m_model->rowCount() > mostRows ? m_list->verticalScrollBar()->sizeHint().width() : 0;
    const QRect at(window->mapFromGlobal(line.topLeft()), line.size());
    const auto room = window->rect().adjusted(edge, edge, -edge, -edge);
    width = std::min({width + bar + 2 * edge, widest, room.width()});
    const int rows = std::min(m_model->rowCount(), mostRows);
    const int height = std::min(rows * metrics::row + 2 * edge,
                                std::max(at.top() - room.top(), room.bottom() - at.bottom()));
    resize(width, height);
    const bool below = at.bottom() + edge + height <= room.bottom();
    move(std::clamp(at.left() - edge - OfferDelegate::padding, room.left(),
                    std::max(room.left(), room.right() - width)),
         below ? at.bottom() + edge : at.top() - edge - height);
}

int CompletionList::chosen() const
{
    return m_list->currentIndex().row();
}

void CompletionList::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int now = chosen();
    int next = now < 0 ? (rows > 0 ? 0 : count - 1) : now + rows;
    // One step goes round at the ends, a page stops there.
    if (std::abs(rows) == 1)
        next = (next + count) % count;
    m_moved = true;
    m_list->setCurrentIndex(m_model->index(std::clamp(next, 0, count - 1), 0));
    QAccessibleValueChangeEvent said(m_list, m_list->currentIndex().data(Qt::AccessibleTextRole));
    QAccessible::updateAccessibility(&said);
}

int CompletionList::rowsPerPage() const
{
    return std::max(1, m_list->viewport()->height() / metrics::row - 1);
}

void CompletionList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::popupRadius,
                            metrics::popupRadius);
}

} // namespace squall::ui
