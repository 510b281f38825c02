#pragma once

#include "models/latest.h"
#include "models/query/queryscript.h"
#include "models/query/writetrial.h"

#include <QObject>

namespace squall::models {

class OpenDatabase;

/// Looks at what an INSERT, UPDATE, DELETE or MERGE would do before somebody runs it.
class WritePreview : public QObject
{
    Q_OBJECT

public:
    explicit WritePreview(OpenDatabase &database, QObject *parent = nullptr);

    /// The one statement of `script`; another one takes its place.
    void look(const QueryScript &script);
    void cancel();
    bool isRunning() const { return m_request.isRunning(); }

signals:
    void runningChanged();
    void shown(const squall::models::WriteEffect &effect);
    void failed(const squall::Error &error);

private:
    OpenDatabase &m_database;
    Latest<Result<WriteEffect>> m_request;
};

} // namespace squall::models
