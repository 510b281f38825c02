#include "tests/models/diagram/diagramtables.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramoutput.h"
#include "ui/diagram/diagramview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::DiagramModel;

namespace {

constexpr int generous = 60000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDiagramOutput : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void endingsDecide();
    void writesEveryForm_data();
    void writesEveryForm();
    void writesWhatIsShown();
    void asksForAFile();
    void copiesAnImageOfTheSelection();
    void copiesMermaidOfTheSelection();
    void writesADrizzleSchema();
    void saysWhereOneLooksThatItFailed();
    void canBeStopped();
    void isInTheBar();

private:
    void show(const catalog::Snapshot &snapshot);
    DiagramOutput &output() { return m_view->output(); }
    DiagramModel &model() { return m_view->model(); }
    /// What was said once it is done.
    QString done(const std::function<void()> &action);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DiagramView> m_view;
    QTemporaryDir m_folder;
};

void TestDiagramOutput::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_view = std::make_unique<DiagramView>(*m_theme);
    m_view->resize(1000, 700);
    m_view->show();
    output().setTitle(u"shop"_s);
}

void TestDiagramOutput::cleanup()
{
    m_view.reset();
    m_theme.reset();
}

void TestDiagramOutput::show(const catalog::Snapshot &snapshot)
{
    model().setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::Shown, generous);
}

QString TestDiagramOutput::done(const std::function<void()> &action)
{
    QSignalSpy notices(m_view.get(), &DiagramView::notice);
    action();
    if (!QTest::qWaitFor([&] { return !notices.isEmpty(); }, generous))
        return {};
    return notices.front().front().toString();
}

void TestDiagramOutput::endingsDecide()
{
    const auto dark = u"Image, dark (*.png)"_s;
    QCOMPARE(diagramForm(dark, u"a.png"_s)->scheme, Scheme::Dark);
    // The usual form of what somebody typed.
    QCOMPARE(diagramForm(dark, u"a.PDF"_s)->paper, Paper::Fit);
    QCOMPARE(std::get<diagram::Language>(diagramForm(dark, u"a.dbml"_s)->format), diagram::Language::Dbml);
    // What ends like nothing is what was chosen.
    QCOMPARE(diagramForm(dark, u"a.picture"_s)->scheme, Scheme::Dark);
    QCOMPARE(diagramForm({}, u"a"_s)->suffix, u"svg"_s);
}

void TestDiagramOutput::writesEveryForm_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("begins");
    const QHash<QString, QByteArray> beginnings{
        {u"svg"_s, "<?xml"},  {u"png"_s, "\x89PNG"},    {u"pdf"_s, "%PDF"},    {u"mmd"_s, "erDiagram"},
        {u"dbml"_s, "Table"}, {u"puml"_s, "@startuml"}, {u"dot"_s, "digraph"}, {u"ts"_s, "import { "},
    };
    for (std::size_t i = 0; i < diagramForms().size(); ++i) {
        const auto &form = diagramForms()[i];
        QTest::newRow(qPrintable(form.filter)) << static_cast<int>(i) << beginnings[form.suffix];
    }
}

void TestDiagramOutput::writesEveryForm()
{
    QFETCH(const int, form);
    QFETCH(const QByteArray, begins);
    show(test::family(5));
    const auto &chosen = diagramForms()[static_cast<std::size_t>(form)];
    const auto path = m_folder.filePath(u"form."_s + chosen.suffix);
    QFile::remove(path);
    const auto said = done([&] { output().save(path, chosen); });
    QVERIFY2(said.contains(path), qPrintable(said));
    QVERIFY(!begins.isEmpty());
    QVERIFY2(contentOf(path).contains(begins), contentOf(path).left(200));
    QVERIFY(!output().isBusy());
    QVERIFY(!m_view->findChild<QWidget *>(u"diagramNotice"_s)->isVisible());
}

/// Where it lies, without what is hidden.
void TestDiagramOutput::writesWhatIsShown()
{
    show(test::family(6));
    model().hide({4});
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    model().move({0}, {-8000, 0});
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->rect(0).x() < -7000, generous);
    const auto svg = m_folder.filePath(u"shown.svg"_s);
    done([&] { output().save(svg, *diagramForm({}, svg)); });
    const auto content = contentOf(svg);
    QVERIFY(!content.contains("t0004<"));
    QVERIFY(content.contains(">t0003<"));
    const auto place = " x=\"" + QByteArray::number(model().picture()->rect(0).x()) + '"';
    QVERIFY2(content.contains(place), place);
    QVERIFY(content.contains("<title>shop</title>"));
    const auto text = m_folder.filePath(u"shown.mmd"_s);
    done([&] { output().save(text, *diagramForm({}, text)); });
    QVERIFY(!contentOf(text).contains("\"t0004\""));
    QVERIFY(contentOf(text).contains("\"t0003\""));
}

void TestDiagramOutput::asksForAFile()
{
    show(test::family(5));
    m_view->run(DiagramCommand::Export);
    auto *dialog = m_view->findChild<QFileDialog *>(u"diagramFile"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->nameFilters().size(), static_cast<qsizetype>(diagramForms().size()));
    QCOMPARE(dialog->defaultSuffix(), u"svg"_s);
    QVERIFY(dialog->selectedFiles().value(0).contains(u"shop"_s));
    const auto letter = u"PDF, pages of Letter (*.pdf)"_s;
    dialog->selectNameFilter(letter);
    emit dialog->filterSelected(letter);
    QCOMPARE(dialog->defaultSuffix(), u"pdf"_s);
    const auto path = m_folder.filePath(u"asked.pdf"_s);
    QVERIFY(done([&] { emit dialog->fileSelected(path); }).contains(path));
    QVERIFY(contentOf(path).contains("[0 0 612.000000 792.000000]") ||
            contentOf(path).contains("[0 0 792.000000 612.000000]"));
    dialog->close();
}

void TestDiagramOutput::copiesAnImageOfTheSelection()
{
    show(test::family(12));
    const auto copied = [&] {
        done([&] { m_view->run(DiagramCommand::CopyImage); });
        return QImage::fromData(QApplication::clipboard()->mimeData()->data(u"image/png"_s));
    };
    const auto all = copied();
    // Sharp where it is pasted.
    QCOMPARE(all.size(), areaOf(drawingOf(model().picture(), Scheme::Light, {})).size().toSize() * 2);
    m_view->canvas().select({3});
    const auto one = copied();
    QVERIFY(!one.isNull());
    QVERIFY(one.width() < all.width() / 2 && one.height() < all.height() / 2);
}

void TestDiagramOutput::copiesMermaidOfTheSelection()
{
    show(test::family(6));
    const auto copied = [&] {
        done([&] { m_view->run(DiagramCommand::CopyMermaid); });
        return QApplication::clipboard()->text();
    };
    QCOMPARE(copied().count(u"--"_s), 5);
    m_view->canvas().select({1, 2});
    const auto some = copied();
    QVERIFY2(some.startsWith(u"erDiagram"_s) && some.contains(u"\"t0001\" {"_s), qPrintable(some));
    QVERIFY(!some.contains(u"\"t0003\" {"_s));
}

void TestDiagramOutput::writesADrizzleSchema()
{
    show(test::family(6));
    m_view->canvas().select({1, 2});
    done([&] { m_view->run(DiagramCommand::CopyDrizzle); });
    const auto some = QApplication::clipboard()->text();
    QVERIFY2(some.contains(u"export const t0001 = pgTable(\"t0001\""_s), qPrintable(some));
    QVERIFY(!some.contains(u"export const t0003"_s));
    // All of it in a file.
    const auto path = m_folder.filePath(u"schema.ts"_s);
    done([&] { output().save(path, *diagramForm({}, path)); });
    QCOMPARE(QString::fromUtf8(contentOf(path)).count(u"export const "_s), 6);
}

void TestDiagramOutput::saysWhereOneLooksThatItFailed()
{
    show(test::family(5));
    auto *strip = m_view->findChild<QWidget *>(u"diagramNotice"_s);
    const auto path = u"/nonexistent/diagram.svg"_s;
    output().save(path, *diagramForm({}, path));
    // It says meanwhile what takes so long.
    QVERIFY(strip->isVisible());
    auto *text = m_view->findChild<QLabel *>(u"diagramNoticeText"_s);
    QVERIFY2(text->text().contains(u"diagram.svg"_s), qPrintable(text->text()));
    QTRY_VERIFY2_WITH_TIMEOUT(text->text().contains(path), qPrintable(text->text()), generous);
    QVERIFY(strip->isVisible());
    m_view->findChild<QPushButton *>(u"diagramNoticeClose"_s)->click();
    QVERIFY(!strip->isVisible());
}

void TestDiagramOutput::canBeStopped()
{
    show(test::family(60));
    const auto path = m_folder.filePath(u"stopped.png"_s);
    output().save(path, *diagramForm({}, path));
    QVERIFY(output().isBusy());
    QVERIFY(m_view->stop());
    QVERIFY(!output().isBusy());
    QVERIFY(!m_view->findChild<QWidget *>(u"diagramNotice"_s)->isVisible());
    // Another one comes after it.
    const auto other = m_folder.filePath(u"other.svg"_s);
    QVERIFY(done([&] { output().save(other, *diagramForm({}, other)); }).contains(other));
    QVERIFY(!QFile::exists(path));
    QVERIFY(!m_view->stop());
}

void TestDiagramOutput::isInTheBar()
{
    auto *button = m_view->findChild<QPushButton *>(u"diagramExport"_s);
    model().setSnapshot(test::shared({}));
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::NoTables, generous);
    QVERIFY(!button->isEnabled());
    QVERIFY(!m_view->unavailable(DiagramCommand::Export).isEmpty());
    show(test::family(3));
    QVERIFY(button->isEnabled());
    QVERIFY(m_view->unavailable(DiagramCommand::Export).isEmpty());
    const auto actions = button->menu()->actions();
    QCOMPARE(actions.size(), 4);
    done([&] { actions[2]->trigger(); });
    QVERIFY(QApplication::clipboard()->text().startsWith(u"erDiagram"_s));
    done([&] { actions.last()->trigger(); });
    QVERIFY(QApplication::clipboard()->text().startsWith(u"import { "_s));
}

QTEST_MAIN(TestDiagramOutput)
#include "tst_diagramoutput.moc"
