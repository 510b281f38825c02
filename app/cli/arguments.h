#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace squall::cli {

/// Options of one command: `--help`, `--version` and mistakes are dealt with the same way everywhere.
class Arguments
{
public:
    Arguments(const QString &command, const QString &description);

    /// For example add("output", "json|sql", "what to write").
    void add(const QString &name, const QString &valueName, const QString &description,
             const QString &usual = {});
    void addSwitch(const QString &name, const QString &description);
    /// A switch that can be given as `--name=false`, too.
    void addTruth(const QString &name, const QString &description);
    /// One word without an option's name, which may be missing.
    void addWord(const QString &name, const QString &description);
    /// `--url`, for commands that need a database.
    void addDatabase();
    /// `-o FILE`, for commands that write one result.
    void addOutputFile();

    /// The exit code when there is nothing left to do: help or version was shown, or the arguments do not
    /// fit.
    std::optional<int> parse(const QStringList &arguments);
    QString value(const QString &name) const;
    /// Of an option that may be given several times.
    QStringList values(const QString &name) const;
    bool isSet(const QString &name) const;
    /// What a truth was given as; nothing when it was not.
    std::optional<bool> truth(const QString &name) const;
    std::optional<QString> word() const;
    /// The value if it is one of `allowed`, else says so and gives nothing.
    std::optional<QString> oneOf(const QString &name, const QStringList &allowed) const;

private:
    Result<QStringList> takeTruths(const QStringList &arguments);

    QString m_command;
    QCommandLineParser m_parser;
    QHash<QString, std::optional<bool>> m_truths;
    bool m_takesWord = false;
};

} // namespace squall::cli
