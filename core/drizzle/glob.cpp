#include "core/drizzle/glob.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

/// Where the brace at `open` closes; -1 when it does not.
qsizetype closingBrace(const QString &pattern, qsizetype open)
{
    int depth = 0;
    for (auto at = open; at < pattern.size(); ++at) {
        if (pattern[at] == u'{')
            ++depth;
        else if (pattern[at] == u'}' && --depth == 0)
            return at;
    }
    return -1;
}

QStringList alternatives(const QString &text)
{
    QStringList parts{QString()};
    int depth = 0;
    for (const auto c : text) {
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (c == u',' && depth == 0)
            parts += QString();
        else
            parts.last() += c;
    }
    return parts;
}

bool isMagic(const QString &segment)
{
    return segment.contains(u'*') || segment.contains(u'?') || segment.contains(u'[');
}

class Walk
{
public:
    Walk(const QStringList &segments, const QString &directory)
        : m_segments(segments)
        , m_directory(directory)
    {
    }

    QStringList run()
    {
        step(m_segments.first().isEmpty() ? u"/"_s : QString(), m_segments.first().isEmpty() ? 1 : 0);
        m_found.removeDuplicates();
        return m_found;
    }

private:
    QString whole(const QString &path) const
    {
        return path.startsWith(u'/') ? path : path.isEmpty() ? m_directory : m_directory + u'/' + path;
    }

    static QString below(const QString &path, const QString &name)
    {
        return path.isEmpty() || path.endsWith(u'/') ? path + name : path + u'/' + name;
    }

    void step(const QString &path, qsizetype at)
    {
        if (at == m_segments.size()) {
            if (QFileInfo::exists(whole(path)))
                m_found += path;
            return;
        }
        const auto &segment = m_segments[at];
        if (segment == u"**"_s)
            anyFolders(path, at);
        else if (!isMagic(segment))
            step(segment.isEmpty() ? path : below(path, segment), at + 1);
        else
            matching(path, at);
    }

    void anyFolders(const QString &path, qsizetype at)
    {
        if (at + 1 < m_segments.size() || !path.isEmpty())
            step(path, at + 1);
        const auto kinds = QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks;
        for (const auto &name : QDir(whole(path)).entryList(kinds, QDir::NoSort))
            anyFolders(below(path, name), at);
        if (at + 1 == m_segments.size()) {
            for (const auto &name : QDir(whole(path)).entryList(QDir::Files, QDir::NoSort))
                m_found += below(path, name);
        }
    }

    void matching(const QString &path, qsizetype at)
    {
        const auto pattern = namePattern(m_segments[at]);
        const bool hidden = m_segments[at].startsWith(u'.');
        const auto kinds = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System;
        for (const auto &name : QDir(whole(path)).entryList(kinds, QDir::NoSort)) {
            if ((hidden || !name.startsWith(u'.')) && pattern.match(name).hasMatch())
                step(below(path, name), at + 1);
        }
    }

    QStringList m_segments;
    QString m_directory;
    QStringList m_found;
};

}

QStringList expandBraces(const QString &pattern)
{
    for (auto open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', open + 1)) {
        const auto close = closingBrace(pattern, open);
        const auto parts = close < 0 ? QStringList() : alternatives(pattern.mid(open + 1, close - open - 1));
        if (parts.size() < 2)
            continue;
        QStringList all;
        for (const auto &part : parts)
            all += expandBraces(pattern.left(open) + part + pattern.mid(close + 1));
        return all;
    }
    return {pattern};
}

QRegularExpression namePattern(const QString &pattern)
{
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const auto c = pattern[at];
        const auto close = c == u'[' ? pattern.indexOf(u']', at + 2) : -1;
        if (c == u'*') {
            text += u"[^/]*"_s;
        } else if (c == u'?') {
            text += u"[^/]"_s;
        } else if (close > 0) {
            auto set = pattern.mid(at + 1, close - at - 1);
            const bool negated = set.startsWith(u'!') || set.startsWith(u'^');
            set = set.mid(negated ? 1 : 0).replace(u'\\', u"\\\\"_s).replace(u'[', u"\\["_s);
            text += (negated ? u"[^"_s : u"["_s) + set + u']';
            at = close;
        } else {
            text += QRegularExpression::escape(QString(c));
        }
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(text));
}

QStringList globMatches(const QString &pattern, const QString &directory)
{
    QStringList found;
    for (const auto &each : expandBraces(pattern))
        found += Walk(each.split(u'/'), directory).run();
    found.removeDuplicates();
    return found;
}

} // namespace squall::drizzle
