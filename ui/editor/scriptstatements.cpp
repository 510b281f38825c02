#include "ui/editor/scriptstatements.h"

#include "models/pooled.h"

namespace squall::ui {

namespace {

constexpr int pauseMs = 150;

} // namespace

ScriptStatements::ScriptStatements(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    m_pause.callOnTimeout(this, &ScriptStatements::readLarge);
}

void ScriptStatements::setScript(const QString &script)
{
    m_script = script;
    m_reading.cancel();
    if (script.size() > atOnce) {
        m_current = false;
        m_pause.start();
        return;
    }
    m_pause.stop();
    m_statements = sql::splitStatements(m_script);
    m_current = true;
    emit changed();
}

void ScriptStatements::readLarge()
{
    m_reading.run(models::pooled([script = m_script] { return sql::splitStatements(script); }),
                  [this](const std::vector<sql::Statement> &statements) {
                      m_statements = statements;
                      m_current = true;
                      emit changed();
                  });
}

} // namespace squall::ui
