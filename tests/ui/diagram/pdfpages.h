#pragma once

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <vector>

namespace squall::test {

/// What a PDF of QPdfWriter says: as much of PDF as that writes.
class PdfPages
{
public:
    struct Page
    {
        QSizeF size;
        QStringList words; ///< each as it was drawn
    };

    explicit PdfPages(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        readObjects();
        const auto resources = QByteArrayLiteral("/Type /Page\n");
        for (const auto &object : m_objects) {
            if (object.contains(resources))
                m_pages.push_back({.size = sizeOf(object), .words = wordsOf(object)});
        }
    }

    const std::vector<Page> &pages() const { return m_pages; }
    QStringList words() const
    {
        QStringList all;
        for (const auto &page : m_pages)
            all += page.words;
        return all;
    }
    QString title() const
    {
        const auto begin = m_bytes.indexOf("/Title (\xfe\xff");
        const auto end = m_bytes.indexOf("\n/Creator", begin);
        QString title;
        for (auto at = begin + 10; begin >= 0 && at + 1 < end - 1; at += 2)
            title += QChar(static_cast<char16_t>(static_cast<uchar>(m_bytes[at]) << 8 |
                                                 static_cast<uchar>(m_bytes[at + 1])));
        return title;
    }

private:
    void readObjects()
    {
        static const QRegularExpression head(QStringLiteral("\n([0-9]+) 0 obj\n"));
        const auto text = QString::fromLatin1(m_bytes);
        for (auto match = head.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            const auto begin = found.capturedEnd();
            m_numbers << found.captured(1).toInt();
            m_objects << m_bytes.mid(begin, m_bytes.indexOf("\nendobj", begin) - begin);
        }
    }

    /// The object that `name` refers to.
    QByteArray referred(const QByteArray &object, const QByteArray &name) const
    {
        const auto begin = object.indexOf(name + ' ') + name.size() + 1;
        const int number = object.mid(begin, object.indexOf(' ', begin) - begin).toInt();
        return m_objects.value(m_numbers.indexOf(number));
    }

    static QByteArray streamOf(const QByteArray &object)
    {
        const auto begin = object.indexOf("stream\n") + 7;
        const auto data = object.mid(begin, object.lastIndexOf("endstream") - begin);
        if (!object.contains("/FlateDecode"))
            return data;
        return qUncompress(QByteArray::fromHex("00010000") + data);
    }

    static QSizeF sizeOf(const QByteArray &page)
    {
        const auto begin = page.indexOf("/MediaBox [") + 11;
        const auto numbers = page.mid(begin, page.indexOf(']', begin) - begin).split(' ');
        return {numbers.value(2).toDouble(), numbers.value(3).toDouble()};
    }

    /// By glyph, in the order of a font's own map.
    QStringList lettersOf(const QByteArray &font) const
    {
        const auto map = QString::fromLatin1(streamOf(referred(font, "/ToUnicode")));
        static const QRegularExpression range(
            QStringLiteral("<([0-9A-F]{4})> <[0-9A-F]{4}> (?:\\[([^\\]]*)\\]|<([0-9A-F]+)>)"));
        static const QRegularExpression code(QStringLiteral("<([0-9A-F]+)>"));
        QStringList letters;
        for (auto match = range.globalMatch(map); match.hasNext();) {
            const auto found = match.next();
            auto glyph = found.captured(1).toInt(nullptr, 16);
            for (auto each = code.globalMatch(found.captured(2)); each.hasNext(); ++glyph) {
                while (letters.size() <= glyph)
                    letters << QString();
                const auto bytes = QByteArray::fromHex(each.next().captured(1).toLatin1());
                for (qsizetype at = 0; at + 1 < bytes.size(); at += 2)
                    letters[glyph] += QChar(static_cast<char16_t>(static_cast<uchar>(bytes[at]) << 8 |
                                                                  static_cast<uchar>(bytes[at + 1])));
            }
        }
        return letters;
    }

    QStringList wordsOf(const QByteArray &page) const
    {
        const auto resources = referred(page, "/Resources");
        const auto content = QString::fromLatin1(streamOf(referred(page, "/Contents")));
        static const QRegularExpression word(QStringLiteral("BT\n(/F[0-9]+) (.*?)ET\n"),
                                             QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression shown(QStringLiteral("<([0-9A-F]{4})> Tj"));
        QHash<QString, QStringList> fonts;
        QStringList words;
        for (auto match = word.globalMatch(content); match.hasNext();) {
            const auto found = match.next();
            const auto name = found.captured(1);
            if (!fonts.contains(name))
                fonts.insert(name, lettersOf(referred(resources, name.toLatin1())));
            QString text;
            for (auto each = shown.globalMatch(found.captured(2)); each.hasNext();)
                text += fonts[name].value(each.next().captured(1).toInt(nullptr, 16));
            // QPdfWriter says a tab for the blank.
            words << text.replace(u'\t', u' ');
        }
        return words;
    }

    QByteArray m_bytes;
    QList<int> m_numbers;
    QList<QByteArray> m_objects;
    std::vector<Page> m_pages;
};

} // namespace squall::test
