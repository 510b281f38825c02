#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace squall {

enum class JsonKind : unsigned char { Null, False, True, Number, String, Array, Object };

/// Which of the two types reads the text: jsonb also refuses `\u0000` and halves of surrogate pairs.
enum class JsonRules : unsigned char { Json, Jsonb };

/// A value's place in its text. Numbers, strings and the order of keys stay what they are there.
struct JsonNode
{
    JsonKind kind = JsonKind::Null;
    int parent = -1;
    int firstChild = -1;
    int next = -1; ///< sibling
    int childCount = 0;
    qsizetype begin = 0; ///< of the value, in bytes
    qsizetype end = 0;
    qsizetype keyBegin = 0; ///< of the key with its quotes; equal to keyEnd when there is none
    qsizetype keyEnd = 0;

    bool hasKey() const { return keyEnd > keyBegin; }
    /// Of the value with its key.
    qsizetype start() const { return hasKey() ? keyBegin : begin; }
};

/// A JSON text with the places of its values: node 0 is the whole, parents stand before their children.
class JsonTree
{
public:
    /// Strict: what this accepts, PostgreSQL reads, and the other way round. A fault carries its position.
    static Result<JsonTree> parse(const QByteArray &text, JsonRules rules = JsonRules::Json);

    const QByteArray &text() const { return m_text; }
    int size() const { return static_cast<int>(m_nodes.size()); }
    const JsonNode &node(int index) const { return m_nodes[static_cast<size_t>(index)]; }
    /// The value's own text.
    QByteArray value(int index) const;
    /// The key, unescaped; null without one.
    QString key(int index) const;
    /// What a string says; null when it is none, or `index` is -1.
    QString string(int index) const;
    /// The member of that name, -1 when there is none, or `object` is none. Of several the last counts.
    int member(int object, QStringView name) const;
    /// Keys and numbers from the root to a node, readable: `$.plans[3].title`.
    QString path(int index) const;

private:
    friend class JsonReader;
    bool hasKey(int index, QStringView name) const;
    QByteArrayView piece(qsizetype begin, qsizetype end) const;

    QByteArray m_text;
    std::vector<JsonNode> m_nodes;
};

enum class JsonLayout : unsigned char {
    Dense,    ///< `{"a":[1,2]}`
    Spaced,   ///< `{"a": [1, 2]}`, as jsonb is written
    Indented, ///< a line for each member
};

/// The same tokens with other blanks between them. `text` is valid JSON.
QByteArray layOut(const QByteArray &text, JsonLayout layout);
/// In which layout `text` is, if it is one of these throughout.
std::optional<JsonLayout> layoutOf(const QByteArray &text);

} // namespace squall
