#include "tests/layers/layerrules.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Third-party headers by how their path begins.
const std::pair<QLatin1StringView, QLatin1StringView> libraries[] = {
    {"libpq"_L1, "<libpq>"_L1},          {"postgresql/"_L1, "<libpq>"_L1},
    {"pg_query"_L1, "<libpg_query>"_L1}, {"JavaScriptCore/"_L1, "<javascriptcore>"_L1},
    {"Qsci/"_L1, "<qscintilla>"_L1},     {"qt6keychain/"_L1, "<qtkeychain>"_L1},
};

/// A module's own headers are included without its folder, so the folder that has one names the module.
QHash<QString, QString> qtModules(const QString &qtHeaders)
{
    QHash<QString, QString> modules;
    for (const auto &module : QDir(qtHeaders).entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const auto &header : QDir(qtHeaders + u'/' + module).entryList(QDir::Files))
            modules.insert(header, u'<' + module + u'>');
    }
    return modules;
}

}

LayerRules::LayerRules(const QString &text, const QString &qtHeaders)
    : m_qtModules(qtModules(qtHeaders))

{
    static const QRegularExpression rule(u"^(program )?([a-z_/-]+): *(.*)$"_s);
    for (const auto &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        const auto match = rule.match(line);
        auto &into = match.captured(1).isEmpty() ? m_allowed : m_programs;
        if (!match.hasMatch() || into.contains(match.captured(2)))
            m_mistakes += line;
        else
            into[match.captured(2)] = match.captured(3).split(u' ', Qt::SkipEmptyParts);
    }
}

QString LayerRules::folderOf(const QString &path) const
{
    QString best;
    for (const auto &[folder, allowed] : m_allowed) {
        if (path.startsWith(folder + u'/') && folder.size() > best.size())
            best = folder;
    }
    return best;
}

QString LayerRules::ownerOf(const QString &header) const
{
    for (const auto &[prefix, library] : libraries) {
        if (header.startsWith(prefix))
            return library;
    }
    if (const auto slash = header.indexOf(u'/'); slash > 0 && header.startsWith(u"Qt"))
        return u'<' + header.left(slash) + u'>';
    return m_qtModules.value(header);
}

QString LayerRules::refusal(const QString &folder, const QString &header, bool quoted) const
{
    const auto &allowed = m_allowed.at(folder);
    if (!quoted) {
        const QString owner = ownerOf(header);
        if (owner.isEmpty() && header.startsWith(u'Q'))
            return u"belongs to no installed Qt module"_s;
        return owner.isEmpty() || allowed.contains(owner) ? QString() : owner + u" is not allowed here"_s;
    }
    if (header.endsWith(u".moc") && !header.contains(u'/'))
        return {};
    const QString target = folderOf(header);
    if (target.isEmpty())
        return u"is not written from the repository root, or its folder has no rule"_s;
    if (target == folder || allowed.contains(target))
        return {};
    if (target.startsWith(u"core/") && allowed.contains(u"core/*"_s))
        return {};
    return target + u" is not allowed here"_s;
}

QStringList LayerRules::violations(const QString &path, const QString &text) const
{
    const QString folder = folderOf(path);
    if (folder.isEmpty())
        return {path + u": its folder has no rule"_s};

    static const QRegularExpression include(uR"(^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">])"_s,
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = include.globalMatch(text); match.hasNext();) {
        const auto hit = match.next();
        const QString header = hit.captured(2);
        const QString why = refusal(folder, header, hit.captured(1) == u"\"");
        if (!why.isEmpty())
            found += u"%1: %2: %3"_s.arg(path, header, why);
    }
    return found;
}

QStringList LayerRules::linkViolations(const QString &program, const QStringList &libraries) const
{
    const auto rule = m_programs.find(program);
    if (rule == m_programs.end())
        return {program + u": has no rule"_s};
    QStringList found;
    for (const auto &library : libraries) {
        const QString name = library.section(u'.', 0, 0);
        if (name.startsWith(u"libQt6") && !rule->second.contains(name))
            found += u"%1: links %2"_s.arg(program, name);
    }
    return found;
}
