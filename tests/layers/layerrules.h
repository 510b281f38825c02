#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <map>

/// The include rules of tests/layers/rules.txt, and the check of one file against them.
class LayerRules
{
public:
    /// Rules from the text of the file. `qtHeaders` is the folder that holds QtCore/, QtGui/, … .
    LayerRules(const QString &text, const QString &qtHeaders);

    /// Lines of the rules that could not be read.
    const QStringList &mistakes() const { return m_mistakes; }

    /// What is wrong with the includes of a file, a sentence each; `path` is relative to the repository.
    QStringList violations(const QString &path, const QString &text) const;

    /// What is wrong with the libraries a program loads (`readelf -d` names such as libQt6Core.so.6).
    QStringList linkViolations(const QString &program, const QStringList &libraries) const;

private:
    QString folderOf(const QString &path) const;
    QString ownerOf(const QString &header) const;
    QString refusal(const QString &folder, const QString &header, bool quoted) const;

    std::map<QString, QStringList> m_allowed;
    std::map<QString, QStringList> m_programs;
    QHash<QString, QString> m_qtModules;
    QStringList m_mistakes;
};
