#include "models/query/writepreview.h"

#include "core/pg/connection.h"
#include "models/opendatabase.h"

namespace squall::models {

WritePreview::WritePreview(OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

void WritePreview::look(const QueryScript &script)
{
    const auto query = script.statements.size() == 1 ? queryOf(script) : Query();
    const auto write = sql::rowWrite(query.text);
    if (!write) {
        emit failed(
            {.code = Error::Code::Unsupported,
             .message = tr("Only a single INSERT, UPDATE, DELETE or MERGE can be looked at before.")});
        return;
    }
    if (m_database.isWritingLocked()) {
        emit failed({.code = Error::Code::ReadOnly,
                     .message = tr("This database is locked against writing."),
                     .hint = tr("Unlock it first: even what is taken back has to be written before.")});
        return;
    }
    m_request.run(m_database.workbench().sessions().run([write = *write, query](pg::Connection &connection) {
        return tryWrite(connection, write, query);
    }),
                  [this](const Result<WriteEffect> &effect) {
                      if (effect)
                          emit shown(*effect);
                      else
                          emit failed(effect.error());
                      emit runningChanged();
                  });
    emit runningChanged();
}

void WritePreview::cancel()
{
    m_request.cancel();
    emit runningChanged();
}

} // namespace squall::models
