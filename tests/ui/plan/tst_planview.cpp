#include "core/pg/connection.h"
#include "models/opendatabase.h"
#include "models/query/explainrunner.h"
#include "models/query/planmodel.h"
#include "tests/support/need.h"
#include "tests/support/pairedwatchdog.h"
#include "tests/support/testserver.h"
#include "ui/plan/planview.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
using Mode = models::ExplainRequest::Mode;

} // namespace

/// Plans as one sees them. SQUALL_PICTURES names a folder for what was drawn.
class TestPlanView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void showsAPlan();
    void goesByKeys();
    void showsTextAndJson();
    void copiesAFix();
    void compares();
    void saysWhatFailed();
    void isAccessible();
    void draws_data();
    void draws();

private:
    void explain(const QString &sql, Mode mode = Mode::Analyze);
    template<typename T>
    T *find(const QString &name) const
    {
        auto *found = m_view->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QTreeView *tree() const { return find<QTreeView>(u"planTree"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<models::ExplainRunner> m_runner;
    std::unique_ptr<PlanView> m_view;
    QString m_joins;
};

void TestPlanView::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    const auto options = test::TestServer::of().createDatabase();
    m_other = std::make_unique<pg::Connection>(options);
    NEED(m_other->runScript(uR"(
        create table customers (id int primary key, name text not null, city text not null);
        create table orders (id int primary key, customer_id int not null references customers, status text not null,
                             total numeric(10,2) not null);
        insert into customers select g, 'Customer ' || g, 'City ' || g % 50 from generate_series(1, 5000) g;
        insert into orders select g, 1 + g % 5000, case when g % 499 = 0 then 'lost' else 'paid' end, g % 500
            from generate_series(1, 60000) g;
    )"_s));
    NEED(m_other->runScript(u"analyze"_s));
    m_joins = u"select c.city, count(*), sum(o.total) from customers c join orders o on o.customer_id = c.id "
              "where o.status = 'lost' and o.total < (select avg(total) from orders) + 400 group by c.city "
              "order by 3 desc limit 10"_s;
    m_database = std::make_unique<models::OpenDatabase>(
        models::ConnectionForm{.host = QString::fromUtf8(options.value("host")),
                               .port = QString::fromUtf8(options.value("port")),
                               .database = QString::fromUtf8(options.value("dbname")),
                               .user = QString::fromUtf8(options.value("user"))});
    m_database->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_database->state() == models::OpenDatabase::State::Open, patienceMs);
    m_runner = std::make_unique<models::ExplainRunner>(*m_database);
    m_view = std::make_unique<PlanView>(*m_theme, *m_runner);
    m_view->resize(1080, 560);
    m_view->show();
}

void TestPlanView::cleanupTestCase()
{
    m_view.reset();
    m_runner.reset();
    m_database.reset();
}

void TestPlanView::explain(const QString &sql, Mode mode)
{
    m_runner->explain({sql, {}, mode});
    QTRY_VERIFY_WITH_TIMEOUT(!m_runner->isRunning(), patienceMs);
}

void TestPlanView::showsAPlan()
{
    QVERIFY(find<QLabel>(u"planEmpty"_s)->isVisible());
    test::PairedWatchdog watchdog;
    explain(m_joins);
    const auto complaint = watchdog.complaint();
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QVERIFY(tree()->isVisible());
    QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"Limit"_s);
    QVERIFY(tree()->currentIndex().data(models::PlanModel::HotRole).toBool());
    QVERIFY(find<QLabel>(u"planSummary"_s)->text().contains(u"rows"_s));
    QCOMPARE(find<QLabel>(u"planStepTitle"_s)->text(),
             tree()->currentIndex().siblingAtColumn(0).data().toString());
}

void TestPlanView::goesByKeys()
{
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Home);
    QCOMPARE(find<QLabel>(u"planStepTitle"_s)->text(), u"Limit"_s);
    QTest::keyClick(tree(), Qt::Key_Down);
    QVERIFY(find<QLabel>(u"planStepTitle"_s)->text() != u"Limit"_s);
    const auto index = tree()->currentIndex();
    QTest::keyClick(tree(), Qt::Key_Left);
    QVERIFY(!tree()->isExpanded(index.siblingAtColumn(0)));
    QTest::keyClick(tree(), Qt::Key_Right);
    QVERIFY(tree()->isExpanded(index.siblingAtColumn(0)));
}

void TestPlanView::showsTextAndJson()
{
    find<QToolButton>(u"planForm1"_s)->click();
    QVERIFY(find<QPlainTextEdit>(u"planText"_s)->isVisible());
    QVERIFY(find<QPlainTextEdit>(u"planText"_s)->toPlainText().startsWith(u"Limit  (cost="_s));
    find<QToolButton>(u"planForm2"_s)->click();
    QVERIFY(find<QPlainTextEdit>(u"planJson"_s)->toPlainText().contains(u"\"Node Type\""_s));
    find<QToolButton>(u"planForm0"_s)->click();
    QVERIFY(tree()->isVisible());
}

void TestPlanView::copiesAFix()
{
    explain(u"select * from orders where customer_id = 77"_s);
    QSignalSpy noticed(m_view.get(), &PlanView::notice);
    auto *copy = find<QPushButton>(u"planHintCopy"_s);
    QVERIFY(copy->isVisible());
    copy->click();
    QCOMPARE(QApplication::clipboard()->text(),
             u"CREATE INDEX CONCURRENTLY ON public.orders (customer_id);"_s);
    QCOMPARE(noticed.size(), 1);
    find<QPushButton>(u"planHintStep"_s)->click();
    QVERIFY(tree()->currentIndex().data(models::PlanModel::HintRole).toInt() > 0);
}

void TestPlanView::compares()
{
    NEED(m_other->runScript(u"create index orders_customer on orders (customer_id); analyze orders"_s));
    explain(u"select * from orders where customer_id = 78"_s);
    NEED(m_other->runScript(u"drop index orders_customer"_s));
    auto *earlier = find<QComboBox>(u"planEarlier"_s);
    QVERIFY(earlier->isVisible());
    earlier->setCurrentIndex(1);
    emit earlier->activated(1);
    const auto root = tree()->model()->index(0, 0);
    QCOMPARE(root.data(models::PlanModel::ChangeRole).toInt(),
             static_cast<int>(explain::Step::Change::Differently));
    emit earlier->activated(0);
}

void TestPlanView::saysWhatFailed()
{
    explain(u"select nothing from orders"_s);
    QVERIFY(!tree()->isVisible());
    bool said = false;
    for (const auto *words : m_view->findChildren<QPlainTextEdit *>())
        said = said || (words->isVisible() && words->toPlainText().contains(u"nothing"_s));
    QVERIFY(said);
    explain(m_joins);
    QVERIFY(tree()->isVisible());
}

void TestPlanView::isAccessible()
{
    auto *interface = QAccessible::queryAccessibleInterface(tree());
    QVERIFY(interface);
    QVERIFY(!interface->text(QAccessible::Name).isEmpty());
    for (const auto *button : m_view->findChildren<QToolButton *>()) {
        if (button->isVisible())
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
    }
    for (const auto *box : m_view->findChildren<QComboBox *>())
        QVERIFY(!box->accessibleName().isEmpty());
}

void TestPlanView::draws_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestPlanView::draws()
{
    QFETCH(bool, dark);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    explain(m_joins);
    const auto picture = m_view->grab();
    const auto image = picture.toImage();
    const auto accent = m_theme->color(Token::Accent);
    bool hot = false;
    for (int y = 0; y < image.height() && !hot; ++y) {
        for (int x = 0; x < image.width() / 2 && !hot; ++x)
            hot = image.pixelColor(x, y) == accent;
    }
    QVERIFY(hot);
    const auto folder = qEnvironmentVariable("SQUALL_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(folder + (dark ? u"/plan-dark.png"_s : u"/plan-light.png"_s)));
    m_theme->setChoice(Theme::Choice::Light);
}

QTEST_MAIN(TestPlanView)
#include "tst_planview.moc"
