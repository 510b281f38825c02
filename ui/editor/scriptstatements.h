#pragma once

#include "core/sql/splitstatements.h"
#include "models/latest.h"

#include <QObject>
#include <QTimer>

namespace squall::ui {

/// The statements of a script that is being written: at once for one of usual size, and behind the typing,
/// on another thread, for a large one.
class ScriptStatements : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype atOnce = 100'000;

    explicit ScriptStatements(QObject *parent = nullptr);

    void setScript(const QString &script);
    /// Of the script as it is, or as it was a moment ago.
    const std::vector<sql::Statement> &all() const { return m_statements; }
    bool isCurrent() const { return m_current; }

signals:
    void changed();

private:
    void readLarge();

    QString m_script;
    std::vector<sql::Statement> m_statements;
    bool m_current = true;
    QTimer m_pause;
    models::Latest<std::vector<sql::Statement>> m_reading;
};

} // namespace squall::ui
