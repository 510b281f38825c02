#include "ui/grid/typedcells.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;

namespace {

constexpr quint32 format = 1;
constexpr quint32 mostCells = 10'000'000;

/// Reads fields off a text, one after the other.
class Fields
{
public:
    Fields(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    QList<QList<NewValue>> rows()
    {
        QList<QList<NewValue>> rows;
        while (m_at < m_text.size())
            rows << row();
        return rows;
    }

private:
    QList<NewValue> row()
    {
        QList<NewValue> row{field()};
        while (m_at < m_text.size() && m_text[m_at] == m_separator) {
            ++m_at;
            row << field();
        }
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        return row;
    }

    bool ends(qsizetype at) const
    {
        return at >= m_text.size() || m_text[at] == m_separator || m_text[at] == u'\n' || m_text[at] == u'\r';
    }

    NewValue field()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            if (const auto quoted = quotedField())
                return NewValue::of(quoted->toUtf8());
        }
        const auto start = m_at;
        while (!ends(m_at))
            ++m_at;
        const auto text = m_text.sliced(start, m_at - start);
        return text.isEmpty() || text == u"\\N" ? NewValue::null() : NewValue::of(text.toUtf8());
    }

    /// Nothing when the quotes do not close where a field ends: then they are part of the text.
    std::optional<QString> quotedField()
    {
        QString value;
        for (auto at = m_at + 1; at < m_text.size(); ++at) {
            if (m_text[at] != u'"') {
                value += m_text[at];
            } else if (at + 1 < m_text.size() && m_text[at + 1] == u'"') {
                value += u'"';
                ++at;
            } else if (ends(at + 1)) {
                m_at = at + 1;
                return value;
            } else {
                return {};
            }
        }
        return {};
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
};

} // namespace

QByteArray TypedCells::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << format << columns << static_cast<quint32>(rows.size());
    for (const auto &row : rows) {
        out << static_cast<quint32>(row.size());
        for (const auto &value : row)
            out << static_cast<quint8>(value.kind) << value.text;
    }
    return bytes;
}

std::optional<TypedCells> TypedCells::fromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    TypedCells cells;
    quint32 version = 0;
    quint32 rows = 0;
    in >> version >> cells.columns >> rows;
    if (version != format || rows > mostCells)
        return {};
    for (quint32 row = 0; row < rows && in.status() == QDataStream::Ok; ++row) {
        quint32 count = 0;
        in >> count;
        if (count > mostCells || (row > 0 && count != static_cast<quint32>(cells.rows.front().size())))
            return {};
        QList<NewValue> values;
        for (quint32 column = 0; column < count && in.status() == QDataStream::Ok; ++column) {
            quint8 kind = 0;
            NewValue value;
            in >> kind >> value.text;
            if (kind > static_cast<quint8>(NewValue::Kind::RandomUuid))
                return {};
            value.kind = static_cast<NewValue::Kind>(kind);
            values << value;
        }
        cells.rows << values;
    }
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return {};
    return cells;
}

TypedCells TypedCells::fromText(const QString &text, QChar separator)
{
    TypedCells cells{.rows = Fields(text, separator).rows()};
    qsizetype widest = 0;
    for (const auto &row : std::as_const(cells.rows))
        widest = std::max(widest, row.size());
    for (auto &row : cells.rows)
        row.resize(widest);
    return cells;
}

TypedCells TypedCells::of(const QMimeData &data)
{
    if (data.hasFormat(QLatin1String(mime))) {
        if (const auto typed = fromBytes(data.data(QLatin1String(mime))))
            return *typed;
    }
    if (data.hasText()) {
        const auto text = data.text();
        // The quotes of a single value are its own.
        if (!text.contains(u'\t') && !text.contains(u'\n'))
            return {.rows = {{NewValue::of(text.toUtf8())}}};
        return fromText(text, u'\t');
    }
    if (data.hasFormat(u"text/csv"_s))
        return fromText(QString::fromUtf8(data.data(u"text/csv"_s)), u',');
    return {};
}

} // namespace squall::ui
