#include "core/base/jsontree.h"

#include "core/base/jsonstring.h"
#include "core/base/textfault.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>
#include <utility>

namespace squall {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::JsonTree)
};

/// Deeper down, further blanks would only make the text long.
constexpr int deepestIndent = 50;

bool isJsonBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Behind the string that begins at `at`, in text that is known to be valid.
qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (++at; text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return at + 1;
}

} // namespace

/// Goes through the text once, without recursion: depth costs nothing but nodes.
class JsonReader
{
public:
    JsonReader(const QByteArray &text, JsonRules rules)
        : m_rules(rules)
    {
        m_tree.m_text = text;
    }

    Result<JsonTree> read()
    {
        do {
            if (!readValue())
                return m_fault;
        } while (!isComplete());
        if (m_failed)
            return m_fault;
        skipBlanks();
        if (m_at < text().size())
            return faultAt(text(), m_at, Words::tr("There is text after the value."));
        m_tree.m_nodes.shrink_to_fit();
        return std::move(m_tree);
    }

private:
    const QByteArray &text() const { return m_tree.m_text; }
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < text().size() ? text()[m_at + ahead] : '\0';
    }
    void skipBlanks()
    {
        while (isJsonBlank(peek()))
            ++m_at;
    }
    bool fail(const QString &message)
    {
        m_fault = faultAt(text(), m_at, message);
        m_failed = true;
        return false;
    }

    JsonNode &node(int index) { return m_tree.m_nodes[static_cast<size_t>(index)]; }

    int addNode()
    {
        const int index = m_tree.size();
        JsonNode added;
        added.parent = m_open;
        added.keyBegin = m_keyBegin;
        added.keyEnd = m_keyEnd;
        m_keyBegin = m_keyEnd = 0;
        if (m_open >= 0) {
            auto &above = node(m_open);
            if (above.childCount++ == 0)
                above.firstChild = index;
            else
                node(m_last).next = index;
        }
        m_tree.m_nodes.push_back(added);
        return index;
    }

    /// One value; of an array or object that is not empty only its opening, with the first key.
    bool readValue()
    {
        skipBlanks();
        const int index = addNode();
        node(index).begin = m_at;
        const char c = peek();
        if (c == '{' || c == '[')
            return openContainer(index, c == '{');
        if (!readScalar(index))
            return false;
        node(index).end = m_at;
        m_last = index;
        return true;
    }

    bool openContainer(int index, bool object)
    {
        node(index).kind = object ? JsonKind::Object : JsonKind::Array;
        ++m_at;
        skipBlanks();
        if (peek() == (object ? '}' : ']')) {
            node(index).end = ++m_at;
            m_last = index;
            return true;
        }
        m_open = index;
        m_opened = true;
        return !object || readKey();
    }

    bool readKey()
    {
        skipBlanks();
        m_keyBegin = m_at;
        if (peek() != '"')
            return fail(Words::tr("A key in double quotes belongs here."));
        if (!readString())
            return false;
        m_keyEnd = m_at;
        skipBlanks();
        if (peek() != ':')
            return fail(Words::tr("“:” is missing after the key."));
        ++m_at;
        return true;
    }

    /// After a value: closes what ends here; true when nothing is open any more or the text is at fault.
    bool isComplete()
    {
        if (std::exchange(m_opened, false))
            return false;
        while (m_open >= 0) {
            const bool object = node(m_open).kind == JsonKind::Object;
            skipBlanks();
            if (peek() == ',') {
                ++m_at;
                return object && !readKey();
            }
            if (peek() != (object ? '}' : ']'))
                return !fail(object ? Words::tr("“,” or “}” is missing.")
                                    : Words::tr("“,” or “]” is missing."));
            node(m_open).end = ++m_at;
            m_last = m_open;
            m_open = node(m_open).parent;
        }
        return true;
    }

    bool readScalar(int index)
    {
        const char c = peek();
        if (c == '"') {
            node(index).kind = JsonKind::String;
            return readString();
        }
        if (c == '-' || isDigit(c)) {
            node(index).kind = JsonKind::Number;
            return readNumber();
        }
        const auto word = [this, index](QByteArrayView letters, JsonKind kind) {
            const auto after = static_cast<unsigned char>(peek(letters.size()));
            if (!QByteArrayView(text()).sliced(m_at).startsWith(letters) || isalnum(after) || after == '_' ||
                after >= 0x80)
                return false;
            node(index).kind = kind;
            m_at += letters.size();
            return true;
        };
        if (word("null", JsonKind::Null) || word("true", JsonKind::True) || word("false", JsonKind::False))
            return true;
        return fail(m_at == text().size() ? Words::tr("A value is missing.")
                                          : Words::tr("This is not a JSON value."));
    }

    bool readDigits()
    {
        if (!isDigit(peek()))
            return fail(Words::tr("A digit belongs here."));
        while (isDigit(peek()))
            ++m_at;
        return true;
    }

    bool readNumber()
    {
        if (peek() == '-')
            ++m_at;
        if (peek() == '0' && isDigit(peek(1)))
            return fail(Words::tr("A number has no zeros in front."));
        if (!readDigits())
            return false;
        if (peek() == '.' && (++m_at, !readDigits()))
            return false;
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!readDigits())
                return false;
        }
        const auto after = static_cast<unsigned char>(peek());
        return !(isalnum(after) || after == '_' || after == '.') ||
               fail(Words::tr("A number ends before this."));
    }

    bool readString()
    {
        const auto begin = m_at++;
        for (;; ++m_at) {
            const auto c = static_cast<unsigned char>(peek());
            if (m_at >= text().size()) {
                m_at = begin;
                return fail(Words::tr("The closing quote is missing."));
            }
            if (c == '"')
                break;
            if (c < 0x20)
                return fail(
                    Words::tr("Line breaks, tabs and their like are written \\n, \\t, \\u0001 in a string."));
            if (c == '\\' && !readEscape())
                return false;
        }
        ++m_at;
        return true;
    }

    /// Leaves the place at the escape's last sign.
    bool readEscape()
    {
        ++m_at;
        if (peek() != 'u') {
            const bool known = peek() != '\0' && QByteArrayView("\"\\/bfnrt").contains(peek());
            return known || fail(Words::tr("There is no such escape; a backslash itself is written \\\\."));
        }
        const auto unit = readUnit();
        if (!unit)
            return fail(Words::tr("\\u takes four hexadecimal digits."));
        if (m_rules == JsonRules::Json)
            return true;
        if (*unit == 0)
            return fail(Words::tr("jsonb cannot hold \\u0000."));
        if (QChar::isLowSurrogate(*unit))
            return fail(Words::tr("The first half of this character is missing."));
        if (QChar::isHighSurrogate(*unit)) {
            const bool escape = peek(1) == '\\' && peek(2) == 'u';
            m_at += escape ? 2 : 0;
            const auto second = escape ? readUnit() : std::nullopt;
            if (!second || !QChar::isLowSurrogate(*second))
                return fail(Words::tr("The second half of this character is missing."));
        }
        return true;
    }

    /// The four digits behind the `u` that the place is at; the place moves to the last of them.
    std::optional<char16_t> readUnit()
    {
        bool ok = false;
        const auto digits = text().mid(m_at + 1, 4);
        const auto unit = digits.toUShort(&ok, 16);
        if (!ok || digits.size() < 4 || !isxdigit(static_cast<unsigned char>(digits[0])))
            return std::nullopt;
        m_at += 4;
        return static_cast<char16_t>(unit);
    }

    JsonRules m_rules;
    JsonTree m_tree;
    qsizetype m_at = 0;
    int m_open = -1; ///< the array or object that is being read
    int m_last = -1; ///< the value that was completed
    bool m_opened = false;
    bool m_failed = false;
    qsizetype m_keyBegin = 0;
    qsizetype m_keyEnd = 0;
    Error m_fault;
};

Result<JsonTree> JsonTree::parse(const QByteArray &text, JsonRules rules)
{
    return JsonReader(text, rules).read();
}

QByteArray JsonTree::value(int index) const
{
    return m_text.mid(node(index).begin, node(index).end - node(index).begin);
}

QString JsonTree::key(int index) const
{
    const auto &at = node(index);
    return at.hasKey() ? decodeJsonString(piece(at.keyBegin, at.keyEnd)) : QString();
}

QString JsonTree::string(int index) const
{
    if (index < 0 || node(index).kind != JsonKind::String)
        return {};
    return decodeJsonString(piece(node(index).begin, node(index).end));
}

int JsonTree::member(int object, QStringView name) const
{
    int found = -1;
    for (int child = node(object).firstChild; child >= 0; child = node(child).next)
        found = node(child).hasKey() && hasKey(child, name) ? child : found;
    return found;
}

/// Most keys need no decoding.
bool JsonTree::hasKey(int index, QStringView name) const
{
    const auto &at = node(index);
    const auto inside = piece(at.keyBegin + 1, at.keyEnd - 1);
    return inside.contains('\\') ? key(index) == name : QAnyStringView(QUtf8StringView(inside)) == name;
}

QByteArrayView JsonTree::piece(qsizetype begin, qsizetype end) const
{
    return QByteArrayView(m_text).sliced(begin, end - begin);
}

QString JsonTree::path(int index) const
{
    QString path;
    for (int i = index; node(i).parent >= 0; i = node(i).parent) {
        if (node(i).hasKey()) {
            path.prepend(u'.' + key(i));
            continue;
        }
        int number = 0;
        for (int sibling = node(node(i).parent).firstChild; sibling != i; sibling = node(sibling).next)
            ++number;
        path.prepend(u'[' + QString::number(number) + u']');
    }
    return u'$' + path;
}

QByteArray layOut(const QByteArray &text, JsonLayout layout)
{
    QByteArray out;
    out.reserve(text.size() * 5 / 4);
    int depth = 0;
    const auto newLine = [&out, &depth] {
        out += '\n' + QByteArray(2 * static_cast<qsizetype>(std::min(depth, deepestIndent)), ' ');
    };
    const auto isOpened = [&out] { return out.endsWith('{') || out.endsWith('['); };
    const bool indented = layout == JsonLayout::Indented;
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        const auto end = c == '"' ? endOfString(text, i) : i + 1;
        const auto token = QByteArrayView(text).sliced(i, end - i);
        i = end;
        if (isJsonBlank(c))
            continue;
        const bool closes = c == '}' || c == ']';
        if (closes)
            --depth;
        if (indented && isOpened() != closes)
            newLine();
        out.append(token);
        if (c == '{' || c == '[')
            ++depth;
        else if (c == ',' && indented)
            newLine();
        else if ((c == ',' && layout == JsonLayout::Spaced) || (c == ':' && layout != JsonLayout::Dense))
            out += ' ';
    }
    return out;
}

std::optional<JsonLayout> layoutOf(const QByteArray &text)
{
    for (const auto layout : {JsonLayout::Spaced, JsonLayout::Dense, JsonLayout::Indented}) {
        if (layOut(text, layout) == text)
            return layout;
    }
    return std::nullopt;
}

} // namespace squall
