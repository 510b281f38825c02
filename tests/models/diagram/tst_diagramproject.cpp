#include "models/diagram/diagramfile.h"
#include "models/diagram/diagramproject.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int generous = 60000;

Diagrams some(double x)
{
    Diagrams diagrams{.diagrams = {{u"Diagram"_s, {}}}};
    diagrams.diagrams.front().arrangement.places[1].insert({Kind::Table, u"public"_s, u"users"_s},
                                                           {x, 0, 0, 0});
    return diagrams;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As git does: another file in its place.
void replaceFile(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestDiagramProject : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savesAndLoads();
    void leavesAnUnchangedFileAlone();
    void sparesWhatOthersChanged();
    void sparesADamagedFile();
    void noticesABranch();
    void isRemembered();
    void saysWhyItCannotLoad();

private:
    void save(const Diagrams &diagrams);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DiagramProject> m_project;
    QString m_path;
};

void TestDiagramProject::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<DiagramProject>();
    m_path = m_folder->filePath(u"squall.diagram.json"_s);
}

void TestDiagramProject::save(const Diagrams &diagrams)
{
    QSignalSpy saved(m_project.get(), &DiagramProject::saved);
    m_project->saveAs(m_path, diagrams);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, generous);
}

void TestDiagramProject::savesAndLoads()
{
    save(some(8));
    QCOMPARE(m_project->path(), m_path);
    QCOMPARE(bytesOf(m_path), toDiagramFile(some(8)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    DiagramProject other;
    Diagrams read;
    connect(&other, &DiagramProject::loaded, this, [&](const Diagrams &diagrams) { read = diagrams; });
    other.load(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(read, some(8), generous);
    QCOMPARE(other.path(), m_path);
}

void TestDiagramProject::leavesAnUnchangedFileAlone()
{
    save(some(8));
    QFile file(m_path);
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
    const auto before = QFileInfo(m_path).lastModified();
    save(some(8));
    QCOMPARE(QFileInfo(m_path).lastModified(), before);
    QCOMPARE(QFileInfo(m_path).permissions() & QFileDevice::WriteOwner, QFileDevice::Permissions());
}

void TestDiagramProject::sparesWhatOthersChanged()
{
    save(some(8));
    const auto theirs = toDiagramFile(some(800));
    replaceFile(m_path, theirs);
    QSignalSpy conflicted(m_project.get(), &DiagramProject::conflicted);
    QSignalSpy saved(m_project.get(), &DiagramProject::saved);
    m_project->save(some(16));
    QTRY_COMPARE_WITH_TIMEOUT(conflicted.size(), 1, generous);
    QCOMPARE(bytesOf(m_path), theirs);
    QVERIFY(saved.isEmpty());
    // Unless somebody says so.
    m_project->saveAs(m_path, some(16));
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, generous);
    QCOMPARE(bytesOf(m_path), toDiagramFile(some(16)));
}

void TestDiagramProject::sparesADamagedFile()
{
    save(some(8));
    const auto damaged = toDiagramFile(some(8)).chopped(20);
    replaceFile(m_path, damaged);
    QSignalSpy conflicted(m_project.get(), &DiagramProject::conflicted);
    m_project->save(some(16));
    QTRY_COMPARE_WITH_TIMEOUT(conflicted.size(), 1, generous);
    QVERIFY(conflicted.front().last().toString().contains(u"Line "));
    QCOMPARE(bytesOf(m_path), damaged);
}

void TestDiagramProject::noticesABranch()
{
    save(some(8));
    QSignalSpy changed(m_project.get(), &DiagramProject::changedOutside);
    replaceFile(m_path, toDiagramFile(some(800)));
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, generous);
    // Once told, it may be overwritten by who knows.
    m_project->keepMine();
    QSignalSpy saved(m_project.get(), &DiagramProject::saved);
    m_project->save(some(16));
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, generous);
    // What we write ourselves is no news; what comes after it is.
    replaceFile(m_path, toDiagramFile(some(24)));
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, generous);
}

void TestDiagramProject::isRemembered()
{
    QSignalSpy keep(m_project.get(), &DiagramProject::keepRequested);
    save(some(8));
    QVERIFY(!keep.isEmpty());
    const auto kept = m_project->kept();
    // It was changed while nobody watched.
    replaceFile(m_path, toDiagramFile(some(800)));
    DiagramProject other;
    QSignalSpy changed(&other, &DiagramProject::changedOutside);
    other.restore(kept);
    QCOMPARE(other.path(), m_path);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, generous);
}

void TestDiagramProject::saysWhyItCannotLoad()
{
    QSignalSpy failed(m_project.get(), &DiagramProject::failed);
    QSignalSpy loaded(m_project.get(), &DiagramProject::loaded);
    m_project->load(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, generous);
    replaceFile(m_path, "{\n\"squall.diagram\": 2\n}\n");
    m_project->load(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, generous);
    QVERIFY(
        failed.back().front().value<Error>().message.contains(u"Line 2: format 2 is from another version"));
    replaceFile(m_path, "\xff\xfe{");
    m_project->load(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 3, generous);
    QVERIFY(loaded.isEmpty());
    QVERIFY(m_project->path().isEmpty());
}

QTEST_GUILESS_MAIN(TestDiagramProject)

#include "tst_diagramproject.moc"
