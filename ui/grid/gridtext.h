#pragma once

#include "ui/grid/shapedtext.h"

#include <QFont>
#include <QHash>

#include <array>
#include <memory>

namespace squall::ui {

/// The faces a grid writes in.
enum class GridFont : unsigned char { Text, Mono, Null, Name, Type };

/// Shaped text of cells, kept between frames: shaping is what painting a grid costs.
class GridText
{
public:
    GridText();

    const QFont &font(GridFont face) const { return m_faces[static_cast<size_t>(face)]; }
    /// `text` on one line, with `…` where it is wider than `width`.
    const ShapedText &shaped(const QString &text, GridFont face, int width);
    int widthOf(const QString &text, GridFont face) const;
    void clear() { m_shaped.clear(); }

private:
    struct Key
    {
        QString text;
        int width = 0;
        GridFont face = GridFont::Text;

        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed) noexcept
    {
        return qHashMulti(seed, key.text, key.width, static_cast<int>(key.face));
    }

    /// Of the faces that values are written in; the others name columns, which are few.
    const PlainLetters *letters(GridFont face) const;
    ShapedText shape(const QString &text, GridFont face, int width) const;

    std::array<QFont, 5> m_faces;
    std::shared_ptr<const PlainLetters> m_text;
    std::shared_ptr<const PlainLetters> m_mono;
    std::shared_ptr<const PlainLetters> m_type;
    QHash<Key, ShapedText> m_shaped;
};

/// How a value reads on one line: breaks and tabs as signs, blanks as dots when there is nothing else.
QString onOneLine(const QString &value);

} // namespace squall::ui
