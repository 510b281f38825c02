#include "ui/editor/sqlhighlighter.h"
#include "ui/editor/sqlstyle.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QTextDocument>
#include <QTextLayout>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;

class TestSqlStyle : public QObject
{
    Q_OBJECT

private slots:
    void cutsWithoutAGap_data();
    void cutsWithoutAGap();
    void looks_data();
    void looks();
    void rowsOfACopyAreNoSql();
    void linesBelowFollow();
};

void TestSqlStyle::cutsWithoutAGap_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("unfinished string") << u"select 'a\nb"_s;
    QTest::newRow("a command at the end") << u"select 1 \\gx"_s;
    QTest::newRow("a command in a line") << u"\\d users\nselect 1"_s;
    QTest::newRow("only a backslash") << u"\\"_s;
    QTest::newRow("emoji") << u"select '🦦' -- 🦦\n"_s;
}

void TestSqlStyle::cutsWithoutAGap()
{
    QFETCH(QString, text);
    qsizetype at = 0;
    for (const auto &piece : styledTokens(text)) {
        QCOMPARE(piece.token.start, at);
        QVERIFY(piece.token.length > 0);
        at = piece.token.end();
    }
    QCOMPARE(at, text.size());
}

void TestSqlStyle::looks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<SqlStyle>("style");
    QTest::newRow("keyword") << u"Select 1"_s << u"Select"_s << SqlStyle::Keyword;
    QTest::newRow("column of a keyword's name") << u"select u.order"_s << u"order"_s << SqlStyle::Text;
    QTest::newRow("string") << u"select E'a'"_s << u"E'a'"_s << SqlStyle::String;
    QTest::newRow("body") << u"do $x$ select $x$"_s << u"$x$ select $x$"_s << SqlStyle::String;
    QTest::newRow("comment") << u"/* a /* b */ c */ x"_s << u"/* a /* b */ c */"_s << SqlStyle::Comment;
    QTest::newRow("parameter") << u"select $1"_s << u"$1"_s << SqlStyle::Number;
    QTest::newRow("quoted") << u"select \"select\""_s << u"\"select\""_s << SqlStyle::Text;
    QTest::newRow("command") << u"\\dt public.*\nselect 1"_s << u"\\dt public.*"_s << SqlStyle::Command;
}

void TestSqlStyle::looks()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    for (const auto &piece : styledTokens(text)) {
        if (piece.token.in(text) == word) {
            QTEST(piece.style, "style");
            return;
        }
    }
    QFAIL(qPrintable(word + u" is no piece of its own"_s));
}

void TestSqlStyle::rowsOfACopyAreNoSql()
{
    const auto text = u"copy t from stdin;\nit's\n\\.\nselect 1"_s;
    const auto data = text.indexOf(u"it's"_s);
    const auto pieces = styledTokens(text, {{data, 5}});
    QCOMPARE(pieces.back().style, SqlStyle::Number);
    QVERIFY(std::none_of(pieces.begin(), pieces.end(),
                         [](const StyledToken &piece) { return piece.style == SqlStyle::String; }));
}

void TestSqlStyle::linesBelowFollow()
{
    const Theme theme(*qApp, Theme::Choice::Light);
    QTextDocument document;
    // Without a layout nobody is told of changes.
    document.documentLayout();
    const SqlHighlighter highlighter(theme, &document);
    document.setPlainText(u"select 1\nselect 2\nselect 3"_s);
    const auto colorOfLine = [&document](int line) {
        const auto formats = document.findBlockByNumber(line).layout()->formats();
        return formats.isEmpty() ? QColor() : formats.front().format.foreground().color();
    };
    QTRY_COMPARE(colorOfLine(2), theme.color(Token::Keyword));
    QTextCursor(&document).insertText(u"/*"_s);
    QTRY_COMPARE(colorOfLine(2), theme.color(Token::Comment));
    QTextCursor cursor(&document);
    cursor.setPosition(2, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QTRY_COMPARE(colorOfLine(2), theme.color(Token::Keyword));
}

QTEST_MAIN(TestSqlStyle)
#include "tst_sqlstyle.moc"
