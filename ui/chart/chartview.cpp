#include "ui/chart/chartview.h"

#include "models/pooled.h"
#include "models/valuefile.h"
#include "models/windowmodel.h"
#include "ui/chart/chartcanvas.h"
#include "ui/chart/chartexport.h"
#include "ui/filter/flowlayout.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::ChartChoice;
using models::ChartKind;
using Scale = models::ChartColumn::Scale;

namespace {

constexpr int nothing = -1;
constexpr int controlHeight = 28;
/// Files are for reading on any screen, and for print.
constexpr double fileScale = 2;

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

ChartView::ChartView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reader(new models::ChartReader(this))
    , m_kinds(new QButtonGroup(this))
    , m_x(new QComboBox(this))
    , m_series(new QToolButton(this))
    , m_seriesMenu(new QMenu(m_series))
    , m_split(new QComboBox(this))
    , m_export(new QToolButton(this))
    , m_canvas(new ChartCanvas(theme, this))
    , m_remarks(new QLabel(this))
{
    setObjectName(u"chartView"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_remarks->setObjectName(u"chartRemarks"_s);
    m_remarks->setWordWrap(true);
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setFont(ui::font(TextStyle::Small));
    m_remarks->setContentsMargins(12, 2, 12, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_remarks);
    setFocusProxy(m_canvas);
    connect(m_reader, &models::ChartReader::finished, this, &ChartView::take);
    connect(&theme, &Theme::changed, this, &ChartView::tint);
    tint();
    take({});
}

QWidget *ChartView::makeBar()
{
    auto *margins = new QWidget(this);
    auto *bar = new QWidget(margins);
    auto *around = new QVBoxLayout(margins);
    around->setContentsMargins(8, 5, 8, 5);
    around->addWidget(bar);
    auto *layout = new FlowLayout(6, bar);
    makeKinds(bar);
    const auto addBox = [&](QComboBox *box, const QString &word, const char *name) {
        auto *holder = new QWidget(bar);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins(6, 0, 0, 0);
        row->setSpacing(6);
        auto *label = new QLabel(word, holder);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(box);
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(word);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(180);
        row->addWidget(label);
        row->addWidget(box);
        layout->addWidget(holder);
    };
    addBox(m_x, tr("Along"), "chartX");
    m_series->setObjectName(u"chartSeries"_s);
    m_series->setPopupMode(QToolButton::InstantPopup);
    m_series->setMenu(m_seriesMenu);
    m_series->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_series->setFocusPolicy(Qt::TabFocus);
    m_series->setMinimumHeight(controlHeight);
    layout->addWidget(m_series);
    addBox(m_split, tr("One for each"), "chartSplit");
    makeExport(bar);
    m_export->setMinimumHeight(controlHeight);
    layout->addWidget(m_export);
    connect(m_x, &QComboBox::activated, this, [this] {
        auto choice = m_choice;
        choice.x = m_x->currentData().toInt();
        choose(choice);
    });
    connect(m_split, &QComboBox::activated, this, [this] {
        auto choice = m_choice;
        choice.splitBy = m_split->currentData().toInt();
        choose(choice);
    });
    return margins;
}

void ChartView::makeKinds(QWidget *bar)
{
    const std::pair<ChartKind, QString> kinds[] = {{ChartKind::Line, tr("Line")},
                                                   {ChartKind::Bar, tr("Bars")},
                                                   {ChartKind::Scatter, tr("Scatter")},
                                                   {ChartKind::Pie, tr("Pie")}};
    auto *holder = new QWidget(bar);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const auto &[kind, word] : kinds) {
        auto *button = new QToolButton(holder);
        button->setObjectName(u"chartKind%1"_s.arg(static_cast<int>(kind)));
        button->setText(word);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(controlHeight);
        m_kinds->addButton(button, static_cast<int>(kind));
        row->addWidget(button);
    }
    bar->layout()->addWidget(holder);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) {
        if (m_table)
            choose(models::withKind(*m_table, m_choice, static_cast<ChartKind>(kind)));
    });
}

void ChartView::makeExport(QWidget *)
{
    m_export->setObjectName(u"chartExport"_s);
    m_export->setText(tr("Export"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(m_export);
    menu->addAction(tr("Image (PNG)…"), this, [this] { askForFile(u"png"_s); });
    menu->addAction(tr("Drawing (SVG)…"), this, [this] { askForFile(u"svg"_s); });
    menu->addAction(tr("Copy as an image"), this, &ChartView::copyImage);
    m_export->setMenu(menu);
}

void ChartView::setModel(models::WindowModel *model)
{
    m_chosen = false;
    m_reader->read(model);
}

void ChartView::take(const models::ChartTable &table)
{
    const bool sameColumns =
        m_table && std::equal(table.columns.begin(), table.columns.end(), m_table->columns.begin(),
                              m_table->columns.end(), [](const auto &one, const auto &other) {
                                  return one.name() == other.name() && one.scale() == other.scale();
                              });
    m_table = std::make_shared<const models::ChartTable>(table);
    // What somebody chose stays when rows come.
    if (!m_chosen || !sameColumns) {
        m_chosen = false;
        m_choice = models::suggestedChart(table);
    }
    showControls();
    draw();
}

void ChartView::setChoice(const ChartChoice &choice)
{
    choose(choice);
}

void ChartView::choose(const ChartChoice &choice)
{
    m_chosen = true;
    if (choice != m_choice) {
        m_choice = choice;
        draw();
        emit choiceChanged();
    }
    showControls();
}

void ChartView::draw()
{
    m_making.run(
        models::pooled([table = m_table, choice = m_choice] { return models::makeChart(*table, choice); }),
        [this](const models::Chart &chart) {
            m_canvas->setChart(chart);
            m_remarks->setText(chart.remarks.join(u' '));
            m_remarks->setHidden(chart.remarks.isEmpty());
            m_export->setEnabled(chart.refusal.isEmpty());
        });
}

void ChartView::showControls()
{
    if (auto *button = m_kinds->button(static_cast<int>(m_choice.kind)))
        button->setChecked(true);
    fillColumns();
    fillSeries();
}

void ChartView::fillColumns()
{
    m_x->clear();
    m_split->clear();
    m_x->addItem(tr("The rows in their order"), nothing);
    m_split->addItem(tr("(none)"), nothing);
    for (size_t i = 0; i < m_table->columns.size(); ++i) {
        const auto &column = m_table->columns[i];
        m_x->addItem(column.name(), static_cast<int>(i));
        const bool splits = column.scale() == Scale::Category && static_cast<int>(i) != m_choice.x;
        if (splits)
            m_split->addItem(column.name(), static_cast<int>(i));
    }
    m_x->setCurrentIndex(std::max(0, m_x->findData(m_choice.x)));
    m_split->setCurrentIndex(std::max(0, m_split->findData(m_choice.splitBy)));
    m_split->parentWidget()->setVisible(m_split->count() > 1 && m_choice.kind != ChartKind::Pie);
}

void ChartView::fillSeries()
{
    m_seriesMenu->clear();
    QStringList names;
    for (size_t i = 0; i < m_table->columns.size(); ++i) {
        const auto &column = m_table->columns[i];
        const int number = static_cast<int>(i);
        if (column.scale() != Scale::Number)
            continue;
        auto *action = m_seriesMenu->addAction(escaped(column.name()));
        action->setCheckable(true);
        action->setChecked(std::find(m_choice.series.begin(), m_choice.series.end(), number) !=
                           m_choice.series.end());
        if (action->isChecked())
            names << column.name();
        connect(action, &QAction::toggled, this, [this, number](bool on) {
            auto choice = m_choice;
            std::erase(choice.series, number);
            const bool one = choice.kind == ChartKind::Pie || choice.splitBy >= 0;
            if (on && one)
                choice.series.clear();
            if (on)
                choice.series.push_back(number);
            choose(choice);
        });
    }
    if (m_seriesMenu->isEmpty())
        m_seriesMenu->addAction(tr("There is no column of numbers; the rows are counted."))
            ->setEnabled(false);
    const auto text = names.isEmpty() ? tr("How many rows") : names.join(u", "_s);
    m_series->setText(m_series->fontMetrics().elidedText(text, Qt::ElideRight, 200) + u" ▾"_s);
    m_series->setAccessibleName(tr("Values: %1").arg(text));
    m_series->setToolTip(text);
}

void ChartView::askForFile(const QString &suffix)
{
    auto *dialog = new QFileDialog(this, tr("Export the chart"));
    dialog->setObjectName(u"chartFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(suffix == u"svg" ? tr("Drawings (*.svg)") : tr("Images (*.png)"));
    connect(dialog, &QFileDialog::fileSelected, this, &ChartView::exportTo);
    dialog->open();
}

void ChartView::exportTo(const QString &path)
{
    const auto &chart = m_canvas->chart();
    const auto size = m_canvas->size();
    const auto bytes = path.endsWith(u".svg", Qt::CaseInsensitive)
                           ? chartSvg(chart, size, m_theme.scheme())
                           : chartPng(chartImage(chart, size, m_theme.scheme(), fileScale));
    m_writing.run(models::writeValueFile(path, bytes), [this, path](const Result<qint64> &written) {
        emit notice(written ? tr("The chart is in %1.").arg(path) : written.error().message);
    });
}

void ChartView::copyImage()
{
    QGuiApplication::clipboard()->setImage(
        chartImage(m_canvas->chart(), m_canvas->size(), m_theme.scheme(), fileScale));
    emit notice(tr("The chart is on the clipboard."));
}

void ChartView::tint()
{
    ui::tint(m_remarks, m_theme.color(Token::Muted));
}

} // namespace squall::ui
