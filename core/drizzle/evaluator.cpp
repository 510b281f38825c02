#include "core/drizzle/evaluator.h"

#include "core/drizzle/evaluationcache.h"
#include "core/drizzle/evaluatorprocess.h"
#include "core/drizzle/evaluatorwords.h"
#include "core/drizzle/moduleserver.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Evaluator)
};

QByteArray requestText(const EvaluationRequest &request, const ProjectFiles &files,
                       const Evaluator &evaluator)
{
    QJsonObject environment;
    for (auto each = request.environment.cbegin(); each != request.environment.cend(); ++each)
        environment[each.key()] = each.value();
    QJsonObject object{
        {u"kind"_s, request.kind == EvaluationRequest::Kind::Config ? u"config"_s : u"schema"_s},
        {u"entries"_s, QJsonArray::fromStringList(request.entries)},
        {u"directory"_s, files.directory()},
        {u"environment"_s, environment},
        // It stops itself a little before it is stopped: then it can say where it was.
        {u"seconds"_s, 0.9e-3 * evaluator.milliseconds},
    };
    if (!request.casing.isEmpty())
        object[u"casing"_s] = request.casing;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString placeOf(const QJsonObject &fault, const ProjectFiles &files)
{
    const auto file = fault[u"file"_s].toString();
    const int line = fault[u"line"_s].toInt();
    if (file.isEmpty())
        return {};
    const auto shown = files.shown(file);
    return line > 0 ? u"%1:%2:%3"_s.arg(shown).arg(line).arg(fault[u"column"_s].toInt()) : shown;
}

Error::Code codeOf(const QString &kind)
{
    if (kind == u"refused"_s)
        return Error::Code::Unsupported;
    if (kind == u"missing"_s)
        return Error::Code::NotFound;
    return kind == u"internal"_s || kind == u"fence"_s ? Error::Code::Internal : Error::Code::Parse;
}

QStringList texts(const QJsonArray &array, const QString &member)
{
    QStringList all;
    for (const auto &each : array)
        all += member.isEmpty() ? each.toString() : each.toObject()[member].toString();
    return all;
}

Error errorOf(const QJsonObject &fault, const ProjectFiles &files, const Evaluator &evaluator)
{
    const auto kind = fault[u"kind"_s].toString();
    const auto place = placeOf(fault, files);
    EvaluatorWords words{.sentence = fault[u"message"_s].toString()};
    if (const auto code = fault[u"code"_s].toString(); !code.isEmpty())
        words = evaluatorWords(code, texts(fault[u"values"_s].toArray(), {}));
    auto &said = words.sentence;
    if (kind == u"time"_s) {
        auto error = tooSlow(evaluator);
        if (!place.isEmpty())
            error.message = u"%1: %2"_s.arg(place, error.message);
        return error;
    }
    if (kind == u"fence"_s)
        said = Words::tr(
            "This system cannot confine the schema evaluator (seccomp is missing), so nothing was run");
    if (kind == u"internal"_s)
        said = Words::tr("The schema evaluator failed: %1").arg(said);
    return Error{.code = codeOf(kind),
                 .message = place.isEmpty() ? said : u"%1: %2"_s.arg(place, said),
                 .hint = words.hint};
}

/// The reply is a line about the run, and behind it, when it went well, a line for each text.
Result<Evaluation> read(const QByteArray &message, const ProjectFiles &files, const Evaluator &evaluator)
{
    auto lines = message.split('\n');
    const auto reply = QJsonDocument::fromJson(lines.takeFirst()).object();
    if (const auto fault = reply[u"error"_s]; fault.isObject())
        return errorOf(fault.toObject(), files, evaluator);
    if (lines.isEmpty())
        return Error{Error::Code::Protocol, Words::tr("The schema evaluator gave no answer")};
    return Evaluation{
        .texts = lines,
        .console = texts(reply[u"console"_s].toArray(), u"text"_s),
        .environmentRead = texts(reply[u"environment"_s].toArray(), {}),
        .engine = reply[u"engine"_s].toString(),
        .readsClock = reply[u"clock"_s].toBool(),
        .usesChance = reply[u"chance"_s].toBool(),
    };
}

Result<Evaluation> evaluateNow(const EvaluationRequest &request, ProjectFiles &files,
                               const Evaluator &evaluator)
{
    ModuleServer modules(files);
    EvaluatorProcess process(evaluator);
    if (const auto started = process.start(); !started)
        return started.error();
    process.send(requestText(request, files, evaluator));
    for (;;) {
        const auto message = process.receive();
        if (!message)
            return message.error();
        if (!message->startsWith(R"({"ask":)")) {
            auto made = read(*message, files, evaluator);
            if (const auto &orm = modules.finder().outsideOrm(); made && !orm.isEmpty())
                made->console.prepend(
                    Words::tr("%1 is outside of the project and was not read; Squall's own drizzle-orm was")
                        .arg(orm));
            return made;
        }
        const auto object = QJsonDocument::fromJson(*message).object();
        process.send(QJsonDocument(modules.answer(object)).toJson(QJsonDocument::Compact));
    }
}

}

Result<Evaluation> evaluate(const EvaluationRequest &request, ProjectFiles &files, const Evaluator &evaluator)
{
    if (!evaluator.cached)
        return evaluateNow(request, files, evaluator);
    const EvaluationCache cache(request, files, evaluatorProgram(evaluator));
    if (const auto known = cache.find(files))
        return *known;
    files.beginTrace();
    auto made = evaluateNow(request, files, evaluator);
    if (made)
        cache.keep(*made, files);
    return made;
}

} // namespace squall::drizzle
