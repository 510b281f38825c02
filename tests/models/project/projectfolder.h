#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtGlobal>

namespace squall::test {

/// A project of a few files in a folder of its own.
class ProjectFolder
{
public:
    ProjectFolder() { write(QStringLiteral("package.json"), R"({"name": "@acme/shop"})"); }

    /// As editors do: another file takes the place of the one that was there.
    void write(const QString &name, const QByteArray &text) const
    {
        const auto path = pathOf(name);
        QDir().mkpath(QFileInfo(path).path());
        const auto beside = path + QStringLiteral("~");
        QFile file(beside);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        file.close();
        QFile::remove(path);
        if (!QFile::rename(beside, path))
            qFatal("cannot put %s in place", qPrintable(path));
    }

    void remove(const QString &name) const { QFile::remove(pathOf(name)); }
    QString path() const { return m_folder.path() + QStringLiteral("/shop"); }
    QString pathOf(const QString &name) const { return path() + QLatin1Char('/') + name; }

private:
    QTemporaryDir m_folder;
};

} // namespace squall::test
