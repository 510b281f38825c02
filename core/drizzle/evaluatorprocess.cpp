#include "core/drizzle/evaluatorprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QtEndian>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;
constexpr int checkEveryMs = 10;
constexpr quint32 largestMessage = 64U * 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::EvaluatorProcess)
};

/// Beside the running program, or where it is installed.
QString installedProgram()
{
    const auto folder = QCoreApplication::applicationDirPath();
    const auto beside = folder + u"/squall-evaluate"_s;
    return QFileInfo::exists(beside) ? beside : folder + u"/../libexec/squall/squall-evaluate"_s;
}

qint64 memoryOf(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto numbers = file.readAll().split(' ');
    return numbers.size() < 2 ? 0 : numbers[1].toLongLong() * sysconf(_SC_PAGESIZE);
}

}

EvaluatorProcess::EvaluatorProcess(const Evaluator &evaluator)
    : m_evaluator(evaluator)
{
    m_evaluator.program = evaluatorProgram(evaluator);
}

EvaluatorProcess::~EvaluatorProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

Result<Done> EvaluatorProcess::start()
{
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(u"/"_s);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_running.start();
    m_measured.start();
    m_process.start(m_evaluator.program, QStringList{});
    if (!m_process.waitForStarted(-1)) {
        return Error{Error::Code::Internal, Words::tr("The schema evaluator %1 could not be started: %2")
                                                .arg(m_evaluator.program, m_process.errorString())};
    }
    return Done{};
}

void EvaluatorProcess::send(const QByteArray &message)
{
    char head[sizeof(quint32)];
    qToLittleEndian(static_cast<quint32>(message.size()), head);
    m_process.write(head, sizeof head);
    m_process.write(message);
}

Result<QByteArray> EvaluatorProcess::receive()
{
    QByteArray message;
    for (;;) {
        m_received += m_process.readAllStandardOutput();
        if (takeMessage(message))
            return message;
        if (const auto error = overLimits()) {
            m_process.kill();
            return *error;
        }
        if (!m_process.waitForReadyRead(checkEveryMs) && m_process.state() == QProcess::NotRunning &&
            m_process.bytesAvailable() == 0)
            return ended();
    }
}

bool EvaluatorProcess::takeMessage(QByteArray &message)
{
    constexpr auto head = static_cast<qsizetype>(sizeof(quint32));
    if (m_received.size() < head)
        return false;
    const auto size = qFromLittleEndian<quint32>(m_received.constData());
    if (m_received.size() < head + static_cast<qsizetype>(size))
        return false;
    message = m_received.mid(head, size);
    m_received.remove(0, head + static_cast<qsizetype>(size));
    return true;
}

std::optional<Error> EvaluatorProcess::overLimits()
{
    if (m_evaluator.cancelled && m_evaluator.cancelled())
        return Error{Error::Code::Cancelled, Words::tr("Stopped.")};
    if (m_running.elapsed() > m_evaluator.milliseconds)
        return tooSlow(m_evaluator);
    if (m_received.size() > static_cast<qsizetype>(largestMessage))
        return Error{Error::Code::Protocol, Words::tr("The schema evaluator's answer is too large")};
    if (m_measured.elapsed() < checkEveryMs)
        return {};
    m_measured.restart();
    if (memoryOf(m_process.processId()) <= m_evaluator.bytes)
        return {};
    return Error{Error::Code::Unsupported,
                 Words::tr("The project's code needs more than %1 MiB of memory; it was stopped")
                     .arg(m_evaluator.bytes / mebibyte)};
}

Error EvaluatorProcess::ended()
{
    const bool crashed = m_process.exitStatus() == QProcess::CrashExit;
    return Error{Error::Code::Internal,
                 crashed ? Words::tr("The schema evaluator crashed while it ran the project's code")
                         : Words::tr("The schema evaluator ended without an answer (exit code %1)")
                               .arg(m_process.exitCode())};
}

QString evaluatorProgram(const Evaluator &evaluator)
{
    return evaluator.program.isEmpty() ? installedProgram() : evaluator.program;
}

Error tooSlow(const Evaluator &evaluator)
{
    return Error{Error::Code::Timeout, Words::tr("The project's code did not end within %1 s; it was stopped")
                                           .arg(evaluator.milliseconds / 1000.0)};
}

} // namespace squall::drizzle
