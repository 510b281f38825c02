#include "ui/results/resultspane.h"

#include "models/opendatabase.h"
#include "ui/chart/chartview.h"
#include "ui/results/durationtext.h"
#include "ui/results/errorpanel.h"
#include "ui/results/messagesview.h"
#include "ui/results/resultview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/tabbar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::QueryOutcome;
using models::QueryRunner;
using models::ResultModel;

namespace {

constexpr int tickMs = 100;
/// What ends sooner needs no clock.
constexpr qint64 clockAfterMs = 300;

/// The ground of the tabs goes on below what stands beside them.
class TopRow : public QWidget
{
public:
    TopRow(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Window));
        painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
    }

private:
    const Theme &m_theme;
};

} // namespace

ResultsPane::ResultsPane(const Theme &theme, QueryRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_runner(runner)
    , m_changes(runner.database().changes())
    , m_bar(new TabBar(theme, this))
    , m_summary(new QLabel(this))
    , m_chart(new QToolButton(this))
    , m_review(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_messagesPage(new QWidget(this))
    , m_error(new ErrorPanel(theme, this))
    , m_messages(new MessagesView(theme, this))
{
    build();
    connectRunner();
    m_ticking.setInterval(tickMs);
    m_ticking.callOnTimeout(this, &ResultsPane::updateSummary);
    connect(&theme, &Theme::changed, this, &ResultsPane::tint);
    tint();
    updateSummary();
}

ResultsPane::~ResultsPane()
{
    // They tell of everything that goes with them, and of what is staged by that.
    m_bar->disconnect(this);
    m_changes.disconnect(this);
    for (const auto &page : m_pages)
        page.widget->disconnect(this);
}

void ResultsPane::build()
{
    setObjectName(u"resultsPane"_s);
    m_bar->setObjectName(u"resultTabs"_s);
    m_bar->setAccessibleName(tr("Results"));
    m_summary->setObjectName(u"resultSummary"_s);
    m_summary->setFont(ui::font(TextStyle::Small));
    m_stack->setObjectName(u"resultPages"_s);
    auto *messages = new QVBoxLayout(m_messagesPage);
    messages->setContentsMargins(0, 0, 0, 0);
    messages->setSpacing(0);
    messages->addWidget(m_error);
    messages->addWidget(m_messages, 1);
    m_messagesPage->setFocusProxy(m_messages);

    auto *row = new TopRow(m_theme, this);
    auto *top = new QHBoxLayout(row);
    top->setContentsMargins(0, 0, 12, 0);
    top->setSpacing(12);
    top->addWidget(m_bar, 1);
    top->addWidget(m_summary);
    m_chart->setObjectName(u"resultChart"_s);
    m_chart->setText(tr("Chart"));
    m_chart->setToolTip(tr("Draw as a chart"));
    m_chart->hide();
    m_chart->setFocusPolicy(Qt::TabFocus);
    connect(m_chart, &QToolButton::clicked, this, &ResultsPane::drawChart);
    top->addWidget(m_chart);
    m_review->setObjectName(u"resultReview"_s);
    m_review->setProperty("primary", true);
    m_review->setToolTip(tr("See what would be sent, and apply it (%1)")
                             .arg(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText)));
    m_review->hide();
    connect(m_review, &QPushButton::clicked, this, &ResultsPane::review);
    connect(&m_changes, &models::StagedChanges::changed, this, &ResultsPane::updateReview);
    top->addWidget(m_review);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(row);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_stack);

    m_stack->addWidget(m_messagesPage);
    m_pages.push_back({m_messagesPage, 0});
    m_bar->addTab(tr("Messages"));
    m_bar->setFixed(0);

    connect(m_bar, &TabBar::currentChanged, this, [this](int index) {
        if (index < 0 || index >= static_cast<int>(m_pages.size()))
            return;
        auto *page = m_pages[static_cast<size_t>(index)].widget;
        const bool focused = m_stack->isAncestorOf(QApplication::focusWidget());
        m_stack->setCurrentWidget(page);
        m_stack->setFocusProxy(page);
        if (focused)
            page->setFocus();
        updateSummary();
        emit currentChanged();
    });
    connect(m_bar, &TabBar::tabMoved, this, &ResultsPane::move);
    connect(m_bar, &TabBar::closeRequested, this, &ResultsPane::close);
    connect(m_bar, &TabBar::pinRequested, this, [this](int index) {
        select(index);
        togglePinned();
    });
    connect(m_error, &ErrorPanel::goToRequested, this, &ResultsPane::goToRequested);
    connect(m_messages, &MessagesView::goToRequested, this, &ResultsPane::goToRequested);
}

void ResultsPane::connectRunner()
{
    connect(&m_runner, &QueryRunner::started, this, &ResultsPane::begin);
    connect(&m_runner, &QueryRunner::resultAdded, this, &ResultsPane::addResult);
    connect(&m_runner, &QueryRunner::messageAdded, m_messages, &MessagesView::add);
    connect(&m_runner, &QueryRunner::failed, this, &ResultsPane::fail);
    connect(&m_runner, &QueryRunner::finished, this, &ResultsPane::finish);
    connect(&m_runner, &QueryRunner::stateChanged, this, [this] {
        if (m_runner.isBusy())
            m_ticking.start();
        else
            m_ticking.stop();
        updateSummary();
    });
}

/// What was there stays in sight until something new comes, and beyond the end of its transaction.
void ResultsPane::begin()
{
    m_hasOld = !m_runner.isOwn();
    m_run += m_hasOld ? 1 : 0;
    m_outcome.clear();
    m_clock.start();
    m_error->hide();
    m_messages->beginRun(m_runner.began());
}

void ResultsPane::dropOld()
{
    if (!std::exchange(m_hasOld, false))
        return;
    for (int index = count() - 1; index >= 0; --index) {
        const auto &page = m_pages[static_cast<size_t>(index)];
        if (page.widget != m_messagesPage && page.run != m_run && !m_bar->isPinned(index))
            close(index);
    }
}

void ResultsPane::addResult(ResultModel *result)
{
    const bool first = m_hasOld;
    dropOld();
    auto *view = new ResultView(m_theme, result, &m_runner.database(), this);
    connect(view, &ResultView::editsChanged, this, &ResultsPane::updateReview);
    connect(view, &ResultView::summaryChanged, this, [this, view] { updateNote(view); });
    connect(view, &ResultView::notice, this, &ResultsPane::notice);
    connect(view, &ResultView::readOnRequested, &m_runner, &QueryRunner::readOn);
    connect(view, &ResultView::readAllRequested, &m_runner, &QueryRunner::readAll);
    connect(view, &ResultView::endRequested, &m_runner, &QueryRunner::endReading);
    connect(view, &ResultView::runAgainRequested, this, &ResultsPane::runAgainRequested);
    connect(view, &ResultView::menuRequested, this, &ResultsPane::fillMenu);
    insert(view, distinct(result->origin().title), {});
    updateNote(view);
    if (first)
        m_bar->setCurrentIndex(count() - 2);
}

/// Before the messages, which come last.
void ResultsPane::insert(QWidget *page, const QString &title, const QString &note)
{
    const int index = count() - 1;
    m_stack->addWidget(page);
    m_pages.insert(m_pages.begin() + index, Page{page, m_run});
    m_bar->insertTab(index, title);
    m_bar->setTabToolTip(index, title);
    m_bar->setNote(index, note);
}

void ResultsPane::addPage(QWidget *page, const QString &title, const QString &note)
{
    dropOld();
    insert(page, distinct(title), note);
    m_bar->setCurrentIndex(count() - 2);
}

void ResultsPane::show(QWidget *page)
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [page](const Page &each) { return each.widget == page; });
    if (found != m_pages.end())
        m_bar->setCurrentIndex(static_cast<int>(found - m_pages.begin()));
}

void ResultsPane::closePage(QWidget *page)
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [page](const Page &each) { return each.widget == page; });
    if (found != m_pages.end())
        close(static_cast<int>(found - m_pages.begin()));
}

QString ResultsPane::distinct(const QString &title) const
{
    // An ampersand would make a key of the letter after it.
    const auto plain = QString(title).replace(u"&"_s, u"&&"_s);
    const auto taken = [this](const QString &text) {
        for (int index = 0; index < m_bar->count(); ++index) {
            if (m_bar->tabText(index) == text)
                return true;
        }
        return false;
    };
    auto text = plain;
    for (int number = 2; taken(text); ++number)
        text = plain + u' ' + QString::number(number);
    return text;
}

void ResultsPane::fail(const models::QueryFailure &failure)
{
    m_error->show(failure);
    showMessages();
}

void ResultsPane::finish(const QueryOutcome &outcome)
{
    const bool nothing = m_hasOld;
    dropOld();
    const auto time = durationText(outcome.duration);
    if (outcome.end == QueryOutcome::End::Cancelled)
        m_outcome = tr("Stopped after %1").arg(time);
    else if (outcome.end == QueryOutcome::End::Failed)
        m_outcome = tr("Failed after %1").arg(time);
    else
        m_outcome = outcome.statements == 1 ? tr("1 statement in %1").arg(time)
                                            : tr("%L1 statements in %2").arg(outcome.statements).arg(time);
    if (nothing || outcome.end == QueryOutcome::End::Failed)
        showMessages();
    updateSummary();
}

ResultView *ResultsPane::currentResult() const
{
    return qobject_cast<ResultView *>(m_stack->currentWidget());
}

int ResultsPane::count() const
{
    return static_cast<int>(m_pages.size());
}

void ResultsPane::select(int index)
{
    if (index >= 0 && index < count())
        m_bar->setCurrentIndex(index);
}

void ResultsPane::showMessages()
{
    for (int index = 0; index < count(); ++index) {
        if (m_pages[static_cast<size_t>(index)].widget == m_messagesPage)
            m_bar->setCurrentIndex(index);
    }
}

void ResultsPane::step(int tabs)
{
    m_bar->setCurrentIndex((m_bar->currentIndex() + tabs % count() + count()) % count());
}

void ResultsPane::togglePinned()
{
    const int index = m_bar->currentIndex();
    if (m_stack->currentWidget() != m_messagesPage)
        m_bar->setPinned(index, !m_bar->isPinned(index));
    emit arranged();
}

void ResultsPane::closeCurrent()
{
    close(m_bar->currentIndex());
}

void ResultsPane::close(int index)
{
    if (index < 0 || index >= count())
        return;
    auto *page = m_pages[static_cast<size_t>(index)].widget;
    if (page == m_messagesPage)
        return;
    m_pages.erase(m_pages.begin() + index);
    m_bar->removeTab(index);
    m_stack->removeWidget(page);
    page->disconnect(this);
    page->deleteLater();
    // The bar has told of its new current tab before the pages were in its order.
    if (const int now = m_bar->currentIndex(); now >= 0 && now < count())
        m_stack->setCurrentWidget(m_pages[static_cast<size_t>(now)].widget);
    updateSummary();
    emit currentChanged();
    emit arranged();
}

void ResultsPane::move(int from, int to)
{
    const auto page = m_pages[static_cast<size_t>(from)];
    m_pages.erase(m_pages.begin() + from);
    m_pages.insert(m_pages.begin() + to, page);
    emit arranged();
}

void ResultsPane::updateNote(const ResultView *view)
{
    for (int index = 0; index < count(); ++index) {
        if (m_pages[static_cast<size_t>(index)].widget != view)
            continue;
        const auto &result = view->result();
        const bool all = result.state() == ResultModel::State::Done;
        const auto rows = QLocale().toString(result.rowsRead());
        m_bar->setNote(index, all ? rows : tr("%1+", "row count so far").arg(rows));
    }
    if (m_stack->currentWidget() == view)
        updateSummary();
}

void ResultsPane::updateSummary()
{
    const auto *view = currentResult();
    const bool held = m_runner.state() == QueryRunner::State::Held;
    const bool clock = m_runner.isBusy() && !held && m_clock.isValid() && m_clock.elapsed() >= clockAfterMs;
    const auto running =
        m_runner.state() == QueryRunner::State::Cancelling
            ? tr("Stopping…")
            : tr("Running for %1; Esc stops it")
                  .arg(durationText(std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0)));
    m_chart->setVisible(view != nullptr);
    m_summary->setText(clock  ? running
                       : held ? tr("Waits for your decision; Esc does not run it")
                       : view ? view->summary()
                              : m_outcome);
    updateReview();
}

/// For all that is staged on the connection: that is what a review shows.
void ResultsPane::updateReview()
{
    const auto *view = currentResult();
    const auto all = m_changes.changeCount();
    m_review->setText(all == 1 ? tr("Review 1 change") : tr("Review %L1 changes").arg(all));
    m_review->setVisible(view && view->hasEdits() && all > 0);
}

void ResultsPane::review()
{
    if (auto *view = currentResult())
        view->finishEditing();
    emit reviewRequested();
}

void ResultsPane::drawChart()
{
    const auto *view = currentResult();
    if (!view)
        return;
    auto *chart = new ChartView(m_theme, this);
    connect(chart, &ChartView::notice, this, &ResultsPane::notice);
    chart->setModel(&view->result());
    addPage(chart, view->result().origin().title, tr("chart"));
    chart->setFocus();
}

void ResultsPane::fillMenu(QMenu *menu)
{
    menu->addAction(tr("Draw as a chart"), this, &ResultsPane::drawChart);
    auto *pin = menu->addAction(tr("Keep over the next run"), this, &ResultsPane::togglePinned);
    pin->setCheckable(true);
    pin->setChecked(m_bar->isPinned(m_bar->currentIndex()));
    menu->addAction(tr("Close"), this, &ResultsPane::closeCurrent);
    if (const auto *view = currentResult(); view && view->result().origin().statement.length > 0) {
        menu->addAction(tr("Go to its statement"), this,
                        [this, place = view->result().origin().statement] { emit goToRequested(place); });
    }
}

bool ResultsPane::takesKey(int key, Qt::KeyboardModifiers modifiers) const
{
    if (key == Qt::Key_Escape || key == Qt::Key_F6)
        return modifiers == Qt::NoModifier;
    if (key == Qt::Key_S)
        return modifiers == Qt::ControlModifier && currentResult() && currentResult()->hasEdits();
    if (key == Qt::Key_F5)
        return modifiers == Qt::NoModifier && showsKept();
    if (key == Qt::Key_F)
        return modifiers == Qt::ControlModifier && currentResult();
    return key == Qt::Key_C && modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && currentResult();
}

/// These keys mean what they mean here before they mean something to the window.
bool ResultsPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (takesKey(key->key(), key->modifiers())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ResultsPane::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(event->key(), event->modifiers())) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_F: currentResult()->focusFilter(); break;
    case Qt::Key_C: currentResult()->popUpCopyMenu(); break;
    case Qt::Key_S: review(); break;
    case Qt::Key_F5: emit runAgainRequested(); break;
    case Qt::Key_Escape:
        if (m_runner.isBusy()) {
            m_runner.cancel();
            break;
        }
        [[fallthrough]];
    default: emit leaveRequested();
    }
}

void ResultsPane::tint()
{
    ui::tint(m_summary, m_theme.color(Token::Muted));
}

} // namespace squall::ui
