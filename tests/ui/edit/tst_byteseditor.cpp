#include "core/edit/values/bytes.h"
#include "ui/edit/byteseditor.h"
#include "ui/edit/hexview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

class TestBytesEditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void writesOver();
    void appendsAndErases();
    void movesByKey();
    void manyBytes();
    void files();
    void pictures_data();
    void pictures();
    void notAPicture();

private:
    std::unique_ptr<BytesEditor> make(const QByteArray &text)
    {
        auto editor = std::make_unique<BytesEditor>(*m_theme);
        editor->resize(1000, 300);
        editor->setText(text);
        editor->show();
        return editor;
    }
    static HexView &hexOf(const BytesEditor &editor) { return *editor.findChild<HexView *>(u"bytesHex"_s); }

    std::unique_ptr<Theme> m_theme;
};

void TestBytesEditor::writesOver()
{
    const auto editor = make("\\x00FF41");
    QCOMPARE(editor->text(), "\\x00FF41");
    QTest::keyClicks(&hexOf(*editor), u"7fa"_s);
    QCOMPARE(editor->text(), "\\x7faf41");
    QCOMPARE(hexOf(*editor).position(), 1);
    QTest::keyClick(&hexOf(*editor), Qt::Key_0);
    QCOMPARE(editor->text(), "\\x7fa041");
    QCOMPARE(hexOf(*editor).position(), 2);
    QCOMPARE(hexOf(*editor).accessibleDescription(), u"41 at offset 2"_s);
}

void TestBytesEditor::appendsAndErases()
{
    const auto editor = make("\\x");
    auto &hex = hexOf(*editor);
    QTest::keyClicks(&hex, u"0102"_s);
    QCOMPARE(editor->text(), "\\x0102");
    QCOMPARE(editor->note(), u"2 bytes"_s);
    QTest::keyClick(&hex, Qt::Key_Backspace);
    QCOMPARE(editor->text(), "\\x01");
    QTest::keyClick(&hex, Qt::Key_Home);
    QTest::keyClick(&hex, Qt::Key_Delete);
    QCOMPARE(editor->text(), "\\x");
}

void TestBytesEditor::movesByKey()
{
    const auto editor = make(edit::writeBytes(QByteArray(100, 'x')));
    auto &hex = hexOf(*editor);
    QTest::keyClick(&hex, Qt::Key_Down);
    QCOMPARE(hex.position(), 16);
    QTest::keyClick(&hex, Qt::Key_End);
    QCOMPARE(hex.position(), 31);
    QTest::keyClick(&hex, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(hex.position(), 100);
    QTest::keyClick(&hex, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(hex.position(), 0);
}

void TestBytesEditor::manyBytes()
{
    const auto editor = make(edit::writeBytes(QByteArray(4'000'000, '\0')));
    auto &hex = hexOf(*editor);
    QCOMPARE(hex.verticalScrollBar()->maximum() + hex.verticalScrollBar()->pageStep(), 250'001);
    QTest::keyClick(&hex, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(hex.verticalScrollBar()->value(), hex.verticalScrollBar()->maximum());
    QVERIFY(!editor->grab().isNull());
}

void TestBytesEditor::files()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"value.bin"_s);
    const auto editor = make("\\x00ff10");
    QSignalSpy settled(editor.get(), &ValueEditor::settled);
    editor->saveTo(path);
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY2(editor->note().contains(path), qPrintable(editor->note()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray::fromHex("00ff10"));

    const auto other = make("\\x");
    QSignalSpy edited(other.get(), &ValueEditor::edited);
    other->loadFrom(path);
    QTRY_COMPARE(edited.count(), 1);
    QCOMPARE(other->text(), "\\x00ff10");

    other->loadFrom(folder.filePath(u"nowhere"_s));
    QTRY_VERIFY(!other->fault().isEmpty());
    QCOMPARE(other->text(), "\\x00ff10");
    other->saveTo(folder.filePath(u"no/such/folder"_s));
    QTRY_VERIFY(other->note().contains(u"no/such/folder"));
}

void TestBytesEditor::pictures_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("PNG") << QByteArray("PNG");
    QTest::newRow("JPEG") << QByteArray("JPEG");
    QTest::newRow("BMP") << QByteArray("BMP");
}

void TestBytesEditor::pictures()
{
    QFETCH(QByteArray, format);
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&buffer, format.constData()));
    const auto editor = make(edit::writeBytes(bytes));
    auto *picture = editor->findChild<QLabel *>(u"bytesPicture"_s);
    QTRY_VERIFY(picture->isVisible());
    QCOMPARE(picture->accessibleName(), QString::fromLatin1(format) + u" 40 × 20"_s);
    QVERIFY(editor->note().contains(u"40 × 20"));
    editor->setText("\\x00");
    QVERIFY(!picture->isVisible());
}

void TestBytesEditor::notAPicture()
{
    const auto editor = make(edit::writeBytes("\x89PNG\r\n\x1A\nbroken"));
    QSignalSpy settled(editor.get(), &ValueEditor::settled);
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY(!editor->findChild<QLabel *>(u"bytesPicture"_s)->isVisible());
    const auto broken = make("\\x0g");
    QVERIFY(!broken->fault().isEmpty());
    QCOMPARE(broken->text(), "\\x0g");
}

QTEST_MAIN(TestBytesEditor)
#include "tst_byteseditor.moc"
