#include "models/diagram/linedjson.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::LinedJson)
};

constexpr int deepest = 32;

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    Result<LinedJson> read()
    {
        auto root = value(0);
        skip();
        if (!m_error && m_at < m_text.size())
            fail(Text::tr("something follows the end"));
        if (m_error)
            return *m_error;
        return root;
    }

private:
    QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    void fail(const QString &why)
    {
        if (m_error)
            return;
        m_error = Error{.code = Error::Code::Parse,
                        .message = Text::tr("Line %1: %2.").arg(m_line).arg(why),
                        .position = m_line};
    }

    void skip()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const auto letter = m_text[m_at];
            if (letter == u'\n')
                ++m_line;
            else if (letter != u' ' && letter != u'\t' && letter != u'\r')
                return;
        }
    }

    bool take(QChar letter)
    {
        skip();
        if (peek() != letter)
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(const QString &word)
    {
        if (QStringView(m_text).mid(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    /// What is there instead of what should be.
    void failHere()
    {
        const auto rest = QStringView(m_text).mid(m_at);
        if (rest.isEmpty())
            fail(Text::tr("the file ends too early"));
        else if (rest.startsWith(u"<<<<<<<") || rest.startsWith(u"=======") || rest.startsWith(u">>>>>>>"))
            fail(Text::tr("a merge conflict that nobody has resolved"));
        else
            fail(Text::tr("“%1” is not expected here").arg(rest.first()));
    }

    LinedJson value(int depth)
    {
        skip();
        LinedJson read{.line = m_line};
        if (depth > deepest)
            fail(Text::tr("lists in lists without end"));
        else if (peek() == u'{')
            object(read, depth);
        else if (peek() == u'[')
            array(read, depth);
        else if (peek() == u'"')
            string(read);
        else if (takeWord(u"true"_s))
            read = {.type = LinedJson::Type::Bool, .line = m_line, .truth = true};
        else if (takeWord(u"false"_s))
            read = {.type = LinedJson::Type::Bool, .line = m_line};
        else if (!takeWord(u"null"_s))
            number(read);
        return read;
    }

    void array(LinedJson &read, int depth)
    {
        read.type = LinedJson::Type::Array;
        ++m_at;
        if (take(u']'))
            return;
        do {
            read.items.push_back(value(depth + 1));
        } while (!m_error && take(u','));
        if (!m_error && !take(u']'))
            failHere();
    }

    void object(LinedJson &read, int depth)
    {
        read.type = LinedJson::Type::Object;
        ++m_at;
        if (take(u'}'))
            return;
        do {
            member(read, depth);
        } while (!m_error && take(u','));
        if (!m_error && !take(u'}'))
            failHere();
    }

    void member(LinedJson &read, int depth)
    {
        skip();
        LinedJson name;
        if (peek() != u'"') {
            failHere();
            return;
        }
        string(name);
        if (!m_error && !take(u':'))
            failHere();
        if (!m_error && read.find(name.text))
            fail(Text::tr("“%1” stands there twice").arg(name.text));
        if (!m_error)
            read.members.emplace_back(name.text, value(depth + 1));
    }

    void string(LinedJson &read)
    {
        read.type = LinedJson::Type::String;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const auto letter = m_text[m_at];
            if (letter == u'"') {
                ++m_at;
                return;
            }
            if (letter < u' ')
                break;
            if (letter == u'\\')
                escape(read.text);
            else
                read.text += letter;
            if (m_error)
                return;
        }
        if (m_at < m_text.size())
            fail(Text::tr("a text does not end on its line"));
        else
            failHere();
    }

    void escape(QString &text)
    {
        constexpr QStringView codes = u"\"\\/bfnrt";
        constexpr QStringView letters = u"\"\\/\b\f\n\r\t";
        ++m_at;
        if (const auto known = codes.indexOf(peek()); known >= 0 && m_at < m_text.size()) {
            text += letters[known];
            return;
        }
        bool isNumber = false;
        const auto code = QStringView(m_text).mid(m_at + 1, 4).toUShort(&isNumber, 16);
        if (peek() != u'u' || !isNumber || m_at + 4 >= m_text.size()) {
            fail(Text::tr("“\\%1” means nothing").arg(peek()));
            return;
        }
        text += QChar(code);
        m_at += 4;
    }

    void number(LinedJson &read)
    {
        const auto from = m_at;
        constexpr QStringView digits = u"+-.0123456789eE";
        while (m_at < m_text.size() && digits.contains(m_text[m_at]))
            ++m_at;
        bool isNumber = false;
        read.type = LinedJson::Type::Number;
        read.number = QStringView(m_text).mid(from, m_at - from).toDouble(&isNumber);
        if (isNumber)
            return;
        m_at = from;
        failHere();
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    std::optional<Error> m_error;
};

} // namespace

const LinedJson *LinedJson::find(const QString &name) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto &member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

Result<LinedJson> readLinedJson(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return Error{.code = Error::Code::Parse, .message = Text::tr("It is not UTF-8.")};
    return Reader(text).read();
}

} // namespace squall::models
