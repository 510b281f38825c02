#include "tests/layers/layerrules.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto sourceDir = SQUALL_SOURCE_DIR;

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every source of the layered folders, relative to the repository.
QStringList layeredSources()
{
    const QString root = QString::fromUtf8(sourceDir) + u'/';
    QStringList files;
    for (const auto &folder : {u"core"_s, u"models"_s, u"ui"_s, u"app"_s}) {
        QDirIterator it(root + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files += it.next().mid(root.size());
    }
    files.sort();
    return files;
}

LayerRules projectRules()
{
    return {contents(QString::fromUtf8(sourceDir) + u"/tests/layers/rules.txt"_s),
            QStringLiteral(SQUALL_QT_HEADERS)};
}

/// The libraries an ELF program asks the loader for.
QStringList neededLibraries(const QString &program)
{
    QProcess readelf;
    readelf.start(u"readelf"_s, {u"-d"_s, u"-W"_s, program});
    if (!readelf.waitForFinished() || readelf.exitCode() != 0)
        return {};
    static const QRegularExpression needed(u"\\(NEEDED\\).*\\[(.+)\\]"_s);
    QStringList libraries;
    for (auto match = needed.globalMatch(QString::fromUtf8(readelf.readAllStandardOutput()));
         match.hasNext();)
        libraries += match.next().captured(1);
    return libraries;
}

}

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void rulesAreReadable();
    void badIncludeIsFound_data();
    void badIncludeIsFound();
    void goodIncludesPass();
    void badLinkIsFound();
    void sourcesFollowTheRules();
    void programsLinkNothingGraphical_data();
    void programsLinkNothingGraphical();
};

void TestLayers::rulesAreReadable()
{
    QCOMPARE(projectRules().mistakes(), QStringList());
    QCOMPARE(LayerRules(u"core/base: <QtCore>\nnonsense\ncore/base: <QtGui>\n"_s, {}).mistakes(),
             (QStringList{u"nonsense"_s, u"core/base: <QtGui>"_s}));
}

void TestLayers::badIncludeIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");

    QTest::newRow("upward") << u"core/base/a.h"_s << u"#include \"core/pg/session.h\"\n"_s;
    QTest::newRow("sideways") << u"core/edit/a.h"_s << u"#include \"core/diff/plan.h\"\n"_s;
    QTest::newRow("models include ui") << u"models/a.cpp"_s << u"#include \"ui/grid/grid.h\"\n"_s;
    QTest::newRow("ui includes pg") << u"ui/a.cpp"_s << u"#include \"core/pg/session.h\"\n"_s;
    QTest::newRow("libpq outside pg") << u"models/a.cpp"_s << u"#include <libpq-fe.h>\n"_s;
    QTest::newRow("pixels in models") << u"models/a.cpp"_s << u"#include <QColor>\n"_s;
    QTest::newRow("pixels by module") << u"models/a.cpp"_s << u"#include <QtGui/QColor>\n"_s;
    QTest::newRow("widgets in core") << u"core/pg/a.cpp"_s << u"#include <QWidget>\n"_s;
    QTest::newRow("lower case header") << u"core/pg/a.cpp"_s << u"#include <qwidget.h>\n"_s;
    QTest::newRow("Qt Sql outside workspace") << u"core/pg/a.cpp"_s << u"#include <QSqlQuery>\n"_s;
    QTest::newRow("unknown Qt header") << u"core/pg/a.cpp"_s << u"#include <QNoSuchThing>\n"_s;
    QTest::newRow("relative include") << u"core/pg/a.cpp"_s << u"#include \"session.h\"\n"_s;
    QTest::newRow("indented") << u"core/pg/a.cpp"_s << u"#if 1\n  #  include <QWidget>\n#endif\n"_s;
    QTest::newRow("folder without a rule") << u"core/misc/a.cpp"_s << u"int x;\n"_s;
    QTest::newRow("command line includes models")
        << u"app/cli/a.cpp"_s << u"#include \"models/latest.h\"\n"_s;
}

void TestLayers::badIncludeIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    const auto found = projectRules().violations(path, text);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(path), qPrintable(found.first()));
}

void TestLayers::goodIncludesPass()
{
    const auto rules = projectRules();
    QCOMPARE(rules.violations(u"core/pg/a.cpp"_s,
                              u"#include \"core/pg/a.h\"\n#include \"core/base/result.h\"\n"
                              "#include <QString>\n#include <QtCore/QString>\n"
                              "#include <libpq-fe.h>\n#include <vector>\n#include <sys/socket.h>\n"_s),
             QStringList());
    QCOMPARE(
        rules.violations(u"ui/a.cpp"_s, u"#include <QWidget>\n#include <QColor>\n#include \"a.moc\"\n"_s),
        QStringList());
    QCOMPARE(rules.violations(u"models/a.h"_s, u"#include \"core/migrate/apply.h\"\n"_s), QStringList());
}

void TestLayers::badLinkIsFound()
{
    const auto rules = projectRules();
    QCOMPARE(rules.linkViolations(u"squall"_s, {u"libQt6Core.so.6"_s, u"libpq.so.5"_s}), QStringList());
    QCOMPARE(rules.linkViolations(u"squall"_s, {u"libQt6Core.so.6"_s, u"libQt6Gui.so.6"_s}),
             QStringList{u"squall: links libQt6Gui"_s});
}

void TestLayers::sourcesFollowTheRules()
{
    const auto rules = projectRules();
    const auto files = layeredSources();
    QVERIFY(files.contains(u"core/pg/connection.cpp"_s));
    QStringList found;
    for (const auto &file : files)
        found += rules.violations(file, contents(QString::fromUtf8(sourceDir) + u'/' + file));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLayers::programsLinkNothingGraphical_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("command line") << QStringLiteral(SQUALL_PROGRAM);
    QTest::newRow("evaluator") << QStringLiteral(SQUALL_EVALUATE);
}

void TestLayers::programsLinkNothingGraphical()
{
    QFETCH(const QString, program);
    const auto libraries = neededLibraries(program);
    QVERIFY(libraries.contains(u"libQt6Core.so.6"_s));
    const auto found = projectRules().linkViolations(program.section(u'/', -1), libraries);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
