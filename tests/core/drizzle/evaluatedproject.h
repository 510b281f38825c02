#pragma once

#include "core/drizzle/evaluateschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

/// A project of a few files in a folder of its own, with its `schema.ts` to evaluate.
class EvaluatedProject
{
public:
    EvaluatedProject() { write(QStringLiteral("package.json"), "{}"); }

    void write(const QString &name, const QByteArray &text)
    {
        const auto path = pathOf(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
    }

    QString pathOf(const QString &name) const { return m_folder.path() + QStringLiteral("/app/") + name; }
    QString beside(const QString &name) const { return m_folder.path() + u'/' + name; }

    squall::Result<squall::drizzle::ProjectSchema> evaluate(squall::drizzle::Evaluator evaluator = {})
    {
        squall::drizzle::ProjectFiles files(pathOf(QStringLiteral(".")));
        evaluator.program = QStringLiteral(SQUALL_EVALUATE);
        evaluator.cached = false;
        return evaluateSchema({.entries = {pathOf(QStringLiteral("schema.ts"))}}, files, evaluator);
    }

private:
    QTemporaryDir m_folder;
};
