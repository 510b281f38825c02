#include "ui/diagram/diagrambar.h"

#include "models/diagram/diagrammodel.h"
#include "ui/diagram/diagramwords.h"
#include "ui/diagram/overlaywords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/elidedlabel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::DiagramDetail;

namespace {

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

DiagramBar::DiagramBar(const Theme &theme, models::DiagramModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_schemas(new QPushButton(this))
    , m_schemaMenu(new QMenu(m_schemas))
    , m_detail(new QPushButton(this))
    , m_overlay(new QPushButton(this))
    , m_search(new QLineEdit(this))
    , m_counts(new ElidedLabel({}, this))
    , m_fit(new QPushButton(tr("Fit"), this))
    , m_arrange(new QPushButton(this))
    , m_export(new QPushButton(tr("Export"), this))
{
    setObjectName(u"diagramBar"_s);
    setFixedHeight(metrics::bar);
    make();
    connect(&model, &models::DiagramModel::changed, this, &DiagramBar::show);
    connect(&theme, &Theme::changed, this, &DiagramBar::tint);
    tint();
    show();
}

void DiagramBar::make()
{
    m_schemas->setObjectName(u"diagramSchemas"_s);
    m_schemas->setMenu(m_schemaMenu);
    m_schemas->setProperty("opensMenu", true);
    m_detail->setObjectName(u"diagramDetail"_s);
    auto *details = new QMenu(m_detail);
    auto *group = new QActionGroup(details);
    const std::pair<DiagramDetail, QString> choices[] = {{DiagramDetail::Names, tr("Columns: none")},
                                                         {DiagramDetail::Keys, tr("Columns: keys")},
                                                         {DiagramDetail::Columns, tr("Columns: all")}};
    for (const auto &[detail, text] : choices) {
        auto *action = details->addAction(text, this, [this, choice = detail] { m_model.setDetail(choice); });
        action->setCheckable(true);
        action->setData(static_cast<int>(detail));
        group->addAction(action);
    }
    m_detail->setMenu(details);
    m_detail->setProperty("opensMenu", true);
    makeOverlays();
    m_search->setObjectName(u"diagramSearch"_s);
    m_search->setPlaceholderText(tr("Find a table"));
    m_search->setAccessibleName(tr("Find a table"));
    m_search->setMinimumWidth(64);
    m_search->setMaximumWidth(180);
    m_search->installEventFilter(this);
    m_counts->setObjectName(u"diagramCounts"_s);
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_fit->setObjectName(u"diagramFit"_s);
    m_arrange->setObjectName(u"diagramArrange"_s);
    makeExport();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 1);
    layout->setSpacing(8);
    layout->addWidget(m_schemas);
    layout->addWidget(m_detail);
    layout->addWidget(m_overlay);
    layout->addWidget(m_search, 2);
    layout->addWidget(m_counts, 3);
    layout->addSpacing(4);
    layout->addWidget(m_fit);
    layout->addWidget(m_arrange);
    layout->addWidget(m_export);
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        m_match = 0;
        jump(0);
    });
    connect(m_fit, &QPushButton::clicked, this, &DiagramBar::fitRequested);
    connect(m_arrange, &QPushButton::clicked, this, [this] {
        if (m_model.isArranging())
            emit stopRequested();
        else
            emit arrangeRequested();
    });
}

void DiagramBar::makeOverlays()
{
    m_overlay->setObjectName(u"diagramOverlay"_s);
    auto *overlays = new QMenu(m_overlay);
    auto *group = new QActionGroup(overlays);
    for (const auto kind : overlayKinds()) {
        auto *action =
            overlays->addAction(overlayInWords(kind), this, [this, kind] { emit overlayChosen(kind); });
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        group->addAction(action);
    }
    m_overlay->setMenu(overlays);
    m_overlay->setProperty("opensMenu", true);
}

void DiagramBar::makeExport()
{
    m_export->setObjectName(u"diagramExport"_s);
    m_export->setProperty("opensMenu", true);
    auto *menu = new QMenu(m_export);
    const std::pair<DiagramCommand, QString> choices[] = {
        {DiagramCommand::Export, tr("To a file…")},
        {DiagramCommand::CopyImage, tr("Copy as an image")},
        {DiagramCommand::CopyMermaid, tr("Copy as Mermaid")},
        {DiagramCommand::CopyDrizzle, tr("Copy as a Drizzle schema")}};
    for (const auto &[command, text] : choices)
        menu->addAction(text, this, [this, chosen = command] { emit commandRequested(chosen); });
    m_export->setMenu(menu);
}

void DiagramBar::show()
{
    fillSchemas();
    for (auto *action : m_overlay->menu()->actions()) {
        const bool current = action->data().toInt() == static_cast<int>(m_model.lens().overlay);
        action->setChecked(current);
        if (current)
            m_overlay->setText(action->text());
    }
    for (auto *action : m_detail->menu()->actions()) {
        const bool current = action->data().toInt() == static_cast<int>(m_model.detail());
        action->setChecked(current);
        if (current)
            m_detail->setText(action->text());
    }
    const auto &picture = *m_model.picture();
    auto text = tablesInWords(picture.count()) + u" · "_s +
                referencesInWords(static_cast<int>(picture.content->lines.size()));
    if (m_model.hiddenCount() > 0)
        text += u" · "_s + tr("%1 hidden").arg(QLocale().toString(m_model.hiddenCount()));
    m_counts->setText(text);
    m_arrange->setText(m_model.isArranging() ? tr("Stop arranging") : tr("Arrange"));
    m_export->setEnabled(picture.count() > 0);
}

void DiagramBar::fillSchemas()
{
    const auto &chosen = m_model.chosenSchemas();
    m_schemas->setText(chosen.isEmpty() ? tr("All schemas")
                       : chosen.size() == 1
                           ? escaped(fontMetrics().elidedText(chosen.front(), Qt::ElideRight, 200))
                           : tr("%1 schemas").arg(chosen.size()));
    m_schemas->setVisible(m_model.schemas().size() > 1 || !chosen.isEmpty());
    m_schemaMenu->clear();
    auto *all = m_schemaMenu->addAction(tr("All schemas"), this, [this] { m_model.setChosenSchemas({}); });
    all->setCheckable(true);
    all->setChecked(chosen.isEmpty());
    m_schemaMenu->addSeparator();
    for (const auto &schema : m_model.schemas()) {
        auto *action = m_schemaMenu->addAction(escaped(schema));
        action->setCheckable(true);
        action->setChecked(chosen.contains(schema));
        connect(action, &QAction::toggled, this, [this, schema](bool on) { choose(schema, on); });
    }
}

void DiagramBar::choose(const QString &schema, bool on)
{
    auto chosen = m_model.chosenSchemas();
    chosen.removeAll(schema);
    if (on)
        chosen << schema;
    chosen.sort();
    m_model.setChosenSchemas(chosen);
}

void DiagramBar::addFirst(QWidget *widget)
{
    static_cast<QHBoxLayout *>(layout())->insertWidget(0, widget);
    setTabOrder(widget, m_schemas);
}

void DiagramBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool DiagramBar::isSearching() const
{
    return m_search->hasFocus();
}

void DiagramBar::jump(int by)
{
    const auto found = m_model.find(m_search->text());
    const bool nothing = found.empty() && !m_search->text().isEmpty();
    ui::tint(m_search, m_theme.color(nothing ? Token::Removed : Token::Text));
    if (found.empty())
        return;
    const auto count = static_cast<int>(found.size());
    m_match = ((m_match + by) % count + count) % count;
    emit this->found(found[static_cast<std::size_t>(m_match)]);
}

bool DiagramBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down: jump(1); return true;
    case Qt::Key_Up: jump(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        jump(0);
        emit left();
        return true;
    case Qt::Key_Escape: emit left(); return true;
    default: return false;
    }
}

/// Where there is little room, how much there is gives way to what can be done.
void DiagramBar::resizeEvent(QResizeEvent *event)
{
    constexpr int roomForCounts = 1040;
    QWidget::resizeEvent(event);
    m_counts->setVisible(width() >= roomForCounts);
}

void DiagramBar::tint()
{
    ui::tint(m_counts, m_theme.color(Token::Muted));
    m_counts->setFont(ui::font(TextStyle::Small));
    update();
}

void DiagramBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line));
}

} // namespace squall::ui
