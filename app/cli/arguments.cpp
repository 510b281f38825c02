#include "app/cli/arguments.h"

#include "app/cli/commands.h"
#include "app/cli/output.h"

#include <QCoreApplication>

namespace squall::cli {

using namespace Qt::StringLiterals;

Arguments::Arguments(const QString &command, const QString &description)
    : m_command(command)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{u"h"_s, u"help"_s}, QCoreApplication::translate("squall::cli", "Show this help.")});
    m_parser.addOption(
        {{u"v"_s, u"version"_s}, QCoreApplication::translate("squall::cli", "Show the version.")});
}

void Arguments::add(const QString &name, const QString &valueName, const QString &description,
                    const QString &usual)
{
    m_parser.addOption({name, description, valueName, usual});
}

void Arguments::addSwitch(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

void Arguments::addTruth(const QString &name, const QString &description)
{
    addSwitch(name, description);
    m_truths.insert(name, std::nullopt);
}

void Arguments::addWord(const QString &name, const QString &description)
{
    m_parser.addPositionalArgument(name, description, u'[' + name + u']');
    m_takesWord = true;
}

void Arguments::addDatabase()
{
    add(u"url"_s, u"URL"_s,
        QCoreApplication::translate("squall::cli",
                                    "The database, as postgresql://user@host/name or host=… dbname=…; "
                                    "without it DATABASE_URL, else the PG* variables."));
}

void Arguments::addOutputFile()
{
    m_parser.addOption(
        {u"o"_s, QCoreApplication::translate("squall::cli", "Write to this file instead of standard output."),
         u"FILE"_s});
}

/// The parser knows no values of switches: they are taken out.
Result<QStringList> Arguments::takeTruths(const QStringList &arguments)
{
    QStringList others;
    for (const auto &each : arguments) {
        const auto name = each.section(u'=', 0, 0).mid(2);
        if (!each.startsWith(u"--") || !m_truths.contains(name)) {
            others << each;
            continue;
        }
        const auto value = each.contains(u'=') ? each.section(u'=', 1) : u"true"_s;
        if (value != u"true" && value != u"false" && value != u"1" && value != u"0")
            return Error{
                .code = Error::Code::Usage,
                .message =
                    QCoreApplication::translate("squall::cli", "--%1 cannot be '%2'.").arg(name, value)};
        m_truths[name] = value == u"true" || value == u"1";
    }
    return others;
}

std::optional<int> Arguments::parse(const QStringList &arguments)
{
    const auto others = takeTruths(arguments);
    if (!others || !m_parser.parse(QStringList{u"squall "_s + m_command} + *others)) {
        printFailure(
            m_command,
            {.code = Error::Code::Usage,
             .message = others ? m_parser.errorText() : others.error().message,
             .hint = QCoreApplication::translate("squall::cli", "See 'squall %1 --help'.").arg(m_command)});
        return Failed;
    }
    if (m_parser.isSet(u"help"_s)) {
        // The parser names the program by itself; the command belongs to the name.
        QString help = m_parser.helpText();
        const QString program = QCoreApplication::arguments().value(0);
        help.replace(program + u" ["_s, u"squall "_s + m_command + u" ["_s);
        printOut(help);
        return Ok;
    }
    if (m_parser.isSet(u"version"_s)) {
        printOut(u"squall "_s + QCoreApplication::applicationVersion() + u'\n');
        return Ok;
    }
    if (const auto extra = m_parser.positionalArguments().mid(m_takesWord ? 1 : 0); !extra.isEmpty()) {
        printFailure(
            m_command,
            {.code = Error::Code::Usage,
             .message =
                 QCoreApplication::translate("squall::cli", "'%1' is not an option.").arg(extra.first()),
             .hint = QCoreApplication::translate("squall::cli", "See 'squall %1 --help'.").arg(m_command)});
        return Failed;
    }
    return std::nullopt;
}

QString Arguments::value(const QString &name) const
{
    return m_parser.value(name);
}

QStringList Arguments::values(const QString &name) const
{
    return m_parser.values(name);
}

bool Arguments::isSet(const QString &name) const
{
    return m_parser.isSet(name);
}

std::optional<bool> Arguments::truth(const QString &name) const
{
    return m_truths.value(name);
}

std::optional<QString> Arguments::word() const
{
    const auto words = m_parser.positionalArguments();
    return words.isEmpty() ? std::nullopt : std::optional(words.front());
}

std::optional<QString> Arguments::oneOf(const QString &name, const QStringList &allowed) const
{
    const QString given = m_parser.value(name);
    if (allowed.contains(given))
        return given;
    printFailure(
        m_command,
        {.code = Error::Code::Usage,
         .message = QCoreApplication::translate("squall::cli", "--%1 cannot be '%2'.").arg(name, given),
         .hint = QCoreApplication::translate("squall::cli", "Use one of: %1.").arg(allowed.join(u", "_s))});
    return std::nullopt;
}

} // namespace squall::cli
