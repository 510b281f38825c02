#pragma once

#include "core/drizzle/evaluator.h"

#include <QElapsedTimer>
#include <QProcess>

namespace squall::drizzle {

/// The child and its two pipes: whole messages, and an end to it when it takes too long or too much memory.
class EvaluatorProcess
{
public:
    explicit EvaluatorProcess(const Evaluator &evaluator);
    ~EvaluatorProcess();
    Q_DISABLE_COPY_MOVE(EvaluatorProcess)

    Result<Done> start();
    void send(const QByteArray &message);
    /// Waits for the next message.
    Result<QByteArray> receive();

private:
    bool takeMessage(QByteArray &message);
    std::optional<Error> overLimits();
    Error ended();

    Evaluator m_evaluator;
    QProcess m_process;
    QElapsedTimer m_running;
    QElapsedTimer m_measured;
    QByteArray m_received;
};

/// The program that it runs.
QString evaluatorProgram(const Evaluator &evaluator);

/// The error of an evaluation that did not come to an end.
Error tooSlow(const Evaluator &evaluator);

} // namespace squall::drizzle
