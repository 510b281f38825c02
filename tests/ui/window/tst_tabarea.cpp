#include "ui/theme/theme.h"
#include "ui/window/tabarea.h"
#include "ui/window/tabbar.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;

class TestTabArea : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_tabs.reset(); }
    void aPreviewIsReplaced();
    void openingPinsThePreview();
    void doubleClickPins();
    void closesAndReopens();
    void goesRound();
    void restoredPagesAreMadeWhenLookedAt();
    void middleClickCloses();
    void theNextOneGetsTheFocus();

private:
    static TabContent table(const QString &name)
    {
        return {.kind = u"table"_s, .object = {Kind::Table, u"app"_s, name}, .title = name};
    }
    QString shown() const
    {
        const auto *page = qobject_cast<QLabel *>(m_tabs->currentPage());
        return page ? page->text() : QString();
    }
    TabBar &bar() const { return *m_tabs->findChild<TabBar *>(u"tabBar"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TabArea> m_tabs;
    int m_made = 0;
};

void TestTabArea::init()
{
    m_made = 0;
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_tabs = std::make_unique<TabArea>(*m_theme, [this](const TabContent &content, QWidget *parent) {
        ++m_made;
        return new QLabel(content.title, parent);
    });
    m_tabs->resize(800, 400);
    m_tabs->show();
}

void TestTabArea::aPreviewIsReplaced()
{
    m_tabs->preview(table(u"users"_s));
    QCOMPARE(shown(), u"users"_s);
    m_tabs->preview(table(u"posts"_s));
    QCOMPARE(m_tabs->count(), 1);
    QCOMPARE(shown(), u"posts"_s);
    QVERIFY(m_tabs->contents().empty());
}

void TestTabArea::openingPinsThePreview()
{
    m_tabs->preview(table(u"users"_s));
    m_tabs->open(table(u"users"_s));
    QCOMPARE(m_tabs->count(), 1);
    QCOMPARE(m_tabs->contents().size(), size_t(1));
    m_tabs->preview(table(u"posts"_s));
    QCOMPARE(m_tabs->count(), 2);
}

void TestTabArea::doubleClickPins()
{
    m_tabs->preview(table(u"users"_s));
    QVERIFY(bar().isPreview(0));
    QTest::mouseDClick(&bar(), Qt::LeftButton, {}, bar().tabRect(0).center());
    QVERIFY(!bar().isPreview(0));
}

void TestTabArea::closesAndReopens()
{
    m_tabs->open(table(u"users"_s));
    m_tabs->open(table(u"posts"_s));
    m_tabs->closeCurrent();
    QCOMPARE(shown(), u"users"_s);
    m_tabs->closeCurrent();
    QCOMPARE(m_tabs->count(), 0);
    QVERIFY(!m_tabs->currentContent());
    m_tabs->closeCurrent();
    m_tabs->reopenClosed();
    m_tabs->reopenClosed();
    m_tabs->reopenClosed();
    QCOMPARE(m_tabs->count(), 2);
    QCOMPARE(shown(), u"posts"_s);
}

void TestTabArea::goesRound()
{
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        m_tabs->open(table(name));
    m_tabs->step(1);
    QCOMPARE(shown(), u"a"_s);
    m_tabs->step(-1);
    QCOMPARE(shown(), u"c"_s);
    m_tabs->select(1);
    QCOMPARE(shown(), u"b"_s);
    m_tabs->select(7);
    QCOMPARE(shown(), u"b"_s);
}

void TestTabArea::restoredPagesAreMadeWhenLookedAt()
{
    m_tabs->restore(table(u"users"_s), false);
    m_tabs->restore(table(u"posts"_s), true);
    m_tabs->restore(table(u"tags"_s), false);
    QCOMPARE(m_made, 1);
    QCOMPARE(shown(), u"posts"_s);
    m_tabs->step(1);
    QCOMPARE(m_made, 2);
    QCOMPARE(shown(), u"tags"_s);
}

void TestTabArea::middleClickCloses()
{
    m_tabs->open(table(u"users"_s));
    m_tabs->open(table(u"posts"_s));
    QTest::mouseClick(&bar(), Qt::MiddleButton, {}, bar().tabRect(0).center());
    QCOMPARE(m_tabs->count(), 1);
    QCOMPARE(shown(), u"posts"_s);
}

void TestTabArea::theNextOneGetsTheFocus()
{
    m_tabs->open(table(u"users"_s));
    m_tabs->open(table(u"posts"_s));
    QVERIFY(QTest::qWaitForWindowActive(m_tabs.get()));
    m_tabs->currentPage()->setFocus();
    QVERIFY(m_tabs->currentPage()->hasFocus());
    m_tabs->closeCurrent();
    QCOMPARE(shown(), u"users"_s);
    QVERIFY(m_tabs->currentPage()->hasFocus());
}

QTEST_MAIN(TestTabArea)
#include "tst_tabarea.moc"
