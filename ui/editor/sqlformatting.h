#pragma once

#include "core/sql/format.h"
#include "core/sql/span.h"
#include "models/latest.h"

#include <QObject>

namespace squall::ui {

class SqlEditor;

/// Formats what is selected in an editor, or all of it, as one step that can be undone. A large text is
/// formatted on another thread, and stays as it is when somebody has gone on writing meanwhile.
class SqlFormatting : public QObject
{
    Q_OBJECT

public:
    explicit SqlFormatting(SqlEditor &editor);

    void setOptions(const sql::FormatOptions &options) { m_options = options; }
    void run();
    bool isRunning() const { return m_formatting.isRunning(); }

signals:
    void finished();

private:
    void take(const sql::Span &span, const QString &formatted);

    SqlEditor &m_editor;
    sql::FormatOptions m_options;
    models::Latest<QString> m_formatting;
};

} // namespace squall::ui
