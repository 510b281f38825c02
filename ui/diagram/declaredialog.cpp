#include "ui/diagram/declaredialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::DeclaredRelation;

namespace {

constexpr int margin = 20;
constexpr int least = 560;
constexpr std::size_t mostProposals = 50;
constexpr int shownProposals = 5;
constexpr int mostPairs = 16;

QString shown(const ObjectId &table)
{
    return table.schema == u"public" ? table.name : table.schema + u'.' + table.name;
}

} // namespace

DeclareDialog::DeclareDialog(const Theme &theme, models::RelationChoicePtr choice, const Subject &subject,
                             QWidget *parent)
    : QDialog(parent)
    , m_choice(std::move(choice))
    , m_subject(subject)
    , m_tables(m_choice->tables())
    , m_proposals(new QListWidget(this))
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_grid(new QGridLayout)
    , m_more(new QPushButton(tr("&Add columns"), this))
    , m_optional(new QCheckBox(tr("A row may point to &none"), this))
    , m_single(new QCheckBox(tr("At most &one row points to each"), this))
    , m_doubt(new QLabel(this))
    , m_error(new QLabel(this))
{
    setObjectName(u"declareDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_subject.known ? tr("Declared relation") : tr("Declare a relation"));
    setMinimumWidth(least);
    make(theme);
    for (const auto &table : m_tables) {
        m_from->addItem(shown(table));
        m_to->addItem(shown(table));
    }
    propose();
    DeclaredRelation first{.from = m_subject.table,
                           .columns = {QString()},
                           .to = m_subject.other.name.isEmpty() ? m_subject.table : m_subject.other,
                           .toColumns = {QString()}};
    if (m_subject.known)
        first = *m_subject.known;
    else if (!m_offered.empty())
        first = m_offered.front();
    fill(first);
    if (m_proposals->isVisibleTo(this)) {
        m_proposals->setCurrentRow(0);
        m_proposals->setFocus();
    } else {
        m_pairs.front().from->setFocus();
    }
}

void DeclareDialog::make(const Theme &theme)
{
    auto *hint = new QLabel(tr("It is drawn dashed in all diagrams of this database, and leaves the database "
                               "itself as it is."),
                            this);
    hint->setWordWrap(true);
    hint->setFont(ui::font(TextStyle::Small));
    tint(hint, theme.color(Token::Muted));
    m_proposals->setObjectName(u"declareProposals"_s);
    m_proposals->setAccessibleName(tr("Proposals"));
    m_proposals->setUniformItemSizes(true);
    m_proposals->setFrameShape(QFrame::NoFrame);
    m_from->setObjectName(u"declareFrom"_s);
    m_from->setAccessibleName(tr("Table that points"));
    m_to->setObjectName(u"declareTo"_s);
    m_to->setAccessibleName(tr("Table that is pointed to"));
    m_more->setObjectName(u"declareMore"_s);
    m_optional->setObjectName(u"declareOptional"_s);
    m_single->setObjectName(u"declareSingle"_s);
    m_error->setObjectName(u"declareError"_s);
    m_doubt->setObjectName(u"declareDoubt"_s);
    for (auto *label : {m_error, m_doubt}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->hide();
    }
    tint(m_error, theme.color(Token::Removed));
    tint(m_doubt, theme.color(Token::Changed));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->setHorizontalSpacing(10);
    m_grid->addWidget(m_from, 0, 0);
    m_grid->addWidget(new QLabel(u"→"_s, this), 0, 1);
    m_grid->addWidget(m_to, 0, 2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    if (m_subject.known) {
        auto *removing = buttons->addButton(tr("Remove"), QDialogButtonBox::DestructiveRole);
        removing->setObjectName(u"declareRemove"_s);
        connect(removing, &QPushButton::clicked, this, [this] {
            accept();
            emit removeRequested();
        });
    }
    auto *accepting = new QPushButton(m_subject.known ? tr("Save") : tr("Declare"), this);
    accepting->setObjectName(u"declareAccept"_s);
    accepting->setProperty("primary", true);
    accepting->setDefault(true);
    buttons->addButton(accepting, QDialogButtonBox::ActionRole);
    m_more->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addWidget(m_proposals);
    layout->addLayout(m_grid);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_optional);
    layout->addWidget(m_single);
    layout->addWidget(m_doubt);
    layout->addWidget(m_error);
    layout->addWidget(buttons);

    connect(accepting, &QPushButton::clicked, this, &DeclareDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_more, &QPushButton::clicked, this, [this] { addPair(); });
    connect(m_proposals, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            fill(m_offered[static_cast<std::size_t>(row)]);
    });
    connect(m_proposals, &QListWidget::itemDoubleClicked, this, &DeclareDialog::take);
    for (auto *table : {m_from, m_to}) {
        connect(table, &QComboBox::currentIndexChanged, this, [this] {
            if (m_filling)
                return;
            clearPairs();
            addPair();
        });
    }
}

/// What a name or a type suggests; nothing where somebody has decided already.
void DeclareDialog::propose()
{
    if (!m_subject.known)
        m_offered = m_choice->proposals(m_subject.table, m_subject.other);
    if (m_offered.size() > mostProposals)
        m_offered.resize(mostProposals);
    const QSignalBlocker blocker(m_proposals);
    for (const auto &relation : m_offered) {
        m_proposals->addItem(models::relationInWords(relation));
        m_proposals->item(m_proposals->count() - 1)->setSizeHint({0, metrics::row});
    }
    m_proposals->setVisible(!m_offered.empty());
    if (m_offered.empty())
        return;
    const int rows = std::min(static_cast<int>(m_offered.size()), shownProposals);
    m_proposals->setFixedHeight(rows * metrics::row + 2);
}

ObjectId DeclareDialog::tableIn(const QComboBox &box) const
{
    const auto at = static_cast<std::size_t>(box.currentIndex());
    return at < m_tables.size() ? m_tables[at] : ObjectId();
}

void DeclareDialog::fill(const DeclaredRelation &relation)
{
    m_filling = true;
    const auto indexOf = [this](const ObjectId &table) {
        return static_cast<int>(std::find(m_tables.begin(), m_tables.end(), table) - m_tables.begin());
    };
    m_from->setCurrentIndex(indexOf(relation.from));
    m_to->setCurrentIndex(indexOf(relation.to));
    clearPairs();
    for (qsizetype i = 0; i < relation.columns.size(); ++i)
        addPair(relation.columns[i], relation.toColumns.value(i));
    m_optional->setChecked(relation.optional);
    m_single->setChecked(relation.single);
    m_filling = false;
    doubt();
}

void DeclareDialog::clearPairs()
{
    for (const auto &pair : m_pairs) {
        for (auto *box : {pair.from, pair.to}) {
            m_grid->removeWidget(box);
            box->hide();
            box->setObjectName({});
            box->deleteLater();
        }
    }
    m_pairs.clear();
}

void DeclareDialog::fillColumns(QComboBox &box, const ObjectId &table, const QString &column) const
{
    box.addItem(tr("Choose a column"), QString());
    for (const auto &each : m_choice->columns(table))
        box.addItem(each.name + u"  "_s + each.type, each.name);
    box.setCurrentIndex(std::max(0, box.findData(column)));
}

void DeclareDialog::addPair(const QString &column, const QString &toColumn)
{
    const auto at = static_cast<int>(m_pairs.size());
    if (at >= mostPairs)
        return;
    const Pair pair{new QComboBox(this), new QComboBox(this)};
    pair.from->setObjectName(u"declareColumn%1"_s.arg(at));
    pair.to->setObjectName(u"declareToColumn%1"_s.arg(at));
    pair.from->setAccessibleName(tr("Column that points"));
    pair.to->setAccessibleName(tr("Column that is pointed to"));
    fillColumns(*pair.from, tableIn(*m_from), column);
    fillColumns(*pair.to, tableIn(*m_to), toColumn);
    m_grid->addWidget(pair.from, at + 1, 0);
    m_grid->addWidget(pair.to, at + 1, 2);
    // In the order in which they stand, whenever they were made.
    setTabOrder(m_pairs.empty() ? m_to : m_pairs.back().to, pair.from);
    setTabOrder(pair.from, pair.to);
    setTabOrder(pair.to, m_more);
    for (auto *box : {pair.from, pair.to})
        connect(box, &QComboBox::currentIndexChanged, this, &DeclareDialog::doubt);
    m_pairs.push_back(pair);
    if (!m_filling && at > 0)
        pair.from->setFocus();
    doubt();
}

DeclaredRelation DeclareDialog::relation() const
{
    DeclaredRelation relation{.from = tableIn(*m_from),
                              .to = tableIn(*m_to),
                              .optional = m_optional->isChecked(),
                              .single = m_single->isChecked()};
    for (const auto &pair : m_pairs) {
        const auto from = pair.from->currentData().toString();
        const auto to = pair.to->currentData().toString();
        // A further line that nobody filled in counts as none.
        if (from.isEmpty() && to.isEmpty() && !relation.columns.isEmpty())
            continue;
        relation.columns << from;
        relation.toColumns << to;
    }
    return relation;
}

void DeclareDialog::doubt()
{
    m_error->hide();
    const auto text = m_choice->doubt(relation());
    m_doubt->setText(text);
    m_doubt->setVisible(!text.isEmpty());
}

void DeclareDialog::take()
{
    const auto filled = relation();
    const auto why = m_choice->refusal(filled, m_subject.known.value_or(DeclaredRelation()));
    if (why.isEmpty()) {
        accept();
        emit declared(filled);
        return;
    }
    m_error->setText(why);
    m_error->show();
    adjustSize();
}

} // namespace squall::ui
