#include "app/evaluate/engine.h"

#include "app/evaluate/plainmodule.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <dlfcn.h>
#include <memory>
#include <sys/random.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

// Exported by the library, absent from the headers that come with it.
extern "C" {
using JSShouldTerminateCallback = bool (*)(JSContextRef, void *);
void JSContextGroupSetExecutionTimeLimit(JSContextGroupRef, double, JSShouldTerminateCallback, void *);
void JSGlobalContextSetUnhandledRejectionCallback(JSGlobalContextRef, JSObjectRef, JSValueRef *);
}

namespace squall::evaluate {

namespace {

constexpr double startSeconds = 60;

struct Release
{
    void operator()(JSStringRef string) const { JSStringRelease(string); }
};
using String = std::unique_ptr<OpaqueJSString, Release>;

String string(const QString &text)
{
    return String(JSStringCreateWithCharacters(reinterpret_cast<const JSChar *>(text.utf16()),
                                               static_cast<size_t>(text.size())));
}

QString engineLibrary()
{
    Dl_info info{};
    return dladdr(reinterpret_cast<const void *>(&JSContextGroupCreate), &info)
               ? QString::fromLocal8Bit(info.dli_fname)
               : QString();
}

QByteArray fault(const QString &kind, const QString &message, const QString &file = {})
{
    const QJsonObject error{{u"kind"_s, kind}, {u"message"_s, message}, {u"file"_s, file}};
    return QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

}

Engine::Engine(Channel &channel)
    : m_channel(channel)
    , m_group(JSContextGroupCreate())
    , m_ours(JSGlobalContextCreateInGroup(m_group, nullptr))
    , m_project(JSGlobalContextCreateInGroup(m_group, nullptr))
    , m_functions{{this, &Engine::ask},    {this, &Engine::run},         {this, &Engine::script},
                  {this, &Engine::random}, {this, &Engine::onRejection}, {this, &Engine::limit},
                  {this, &Engine::plain},  {this, &Engine::place}}
{
    auto definition = kJSClassDefinitionEmpty;
    definition.className = "Native";
    definition.callAsFunction = &Engine::called;
    m_class = JSClassCreate(&definition);

    JSValueRef exception = nullptr;
    // The thread that watches the clock is started here: behind the fence it could not be.
    JSContextGroupSetExecutionTimeLimit(m_group, startSeconds, &Engine::expired, this);
    evaluated(m_project, u"0"_s, u"squall"_s, &exception);
    QFile file(u":/host.js"_s);
    if (file.open(QIODevice::ReadOnly))
        evaluated(m_ours, QString::fromUtf8(file.readAll()), u"squall"_s, &exception);
}

QByteArray Engine::answer(const QByteArray &request)
{
    auto *native = JSObjectMake(m_ours, nullptr, nullptr);
    const char *names[] = {"ask", "run", "script", "random", "onRejection", "limit", "plain", "place"};
    for (size_t i = 0; i < std::size(names); ++i) {
        JSObjectSetProperty(m_ours, native, string(QString::fromLatin1(names[i])).get(), wrap(m_functions[i]),
                            kJSPropertyAttributeNone, nullptr);
    }
    JSObjectSetProperty(m_ours, native, string(u"engine"_s).get(), value(engineLibrary()),
                        kJSPropertyAttributeNone, nullptr);
    const std::vector<JSValueRef> arguments{native, JSContextGetGlobalObject(m_project),
                                            value(QString::fromUtf8(request))};
    // What the project has left to promises runs when the first call returns.
    const auto refused = call(u"start"_s, arguments);
    return refused.isEmpty() ? call(u"finish"_s, {}) : refused;
}

QByteArray Engine::call(const QString &name, const std::vector<JSValueRef> &arguments) const
{
    JSValueRef exception = nullptr;
    const auto found =
        JSObjectGetProperty(m_ours, JSContextGetGlobalObject(m_ours), string(name).get(), nullptr);
    if (!JSValueIsObject(m_ours, found))
        return fault(u"internal"_s, u"the evaluator's own script cannot be run"_s);
    auto *function = JSValueToObject(m_ours, found, nullptr);
    const auto result =
        JSObjectCallAsFunction(m_ours, function, nullptr, arguments.size(), arguments.data(), &exception);
    if (exception)
        return fault(u"internal"_s, text(exception));
    return JSValueIsString(m_ours, result) ? text(result).toUtf8() : QByteArray();
}

JSObjectRef Engine::wrap(Function &function)
{
    return JSObjectMake(m_ours, m_class, &function);
}

JSValueRef Engine::called(JSContextRef /*context*/, JSObjectRef function, JSObjectRef /*self*/, size_t count,
                          const JSValueRef *arguments, JSValueRef *exception)
{
    auto *const known = static_cast<Function *>(JSObjectGetPrivate(function));
    return (known->engine->*known->call)({arguments, arguments + count}, exception);
}

JSValueRef Engine::ask(const std::vector<JSValueRef> &arguments, JSValueRef * /*exception*/)
{
    std::optional<QByteArray> reply;
    if (m_channel.write(text(arguments.at(0)).toUtf8()))
        reply = m_channel.read();
    if (!reply)
        _exit(1); // nobody is there to be told anything
    return value(QString::fromUtf8(*reply));
}

JSValueRef Engine::run(const std::vector<JSValueRef> &arguments, JSValueRef *exception)
{
    m_running += text(arguments.at(1));
    const auto result = evaluated(m_project, text(arguments.at(0)), m_running.last(), exception);
    // A module's text is one function: it runs when this is called with it.
    if (*exception || arguments.size() < 4) {
        m_running.removeLast();
        return result;
    }
    auto *const list = JSValueToObject(m_ours, arguments.at(3), nullptr);
    std::vector<JSValueRef> given;
    const auto count = JSValueToNumber(
        m_ours, JSObjectGetProperty(m_ours, list, string(u"length"_s).get(), nullptr), nullptr);
    for (unsigned i = 0; i < count; ++i)
        given.push_back(JSObjectGetPropertyAtIndex(m_ours, list, i, nullptr));
    auto *const function = JSValueToObject(m_project, result, nullptr);
    auto *const self = JSValueToObject(m_project, arguments.at(2), nullptr);
    const auto returned =
        JSObjectCallAsFunction(m_project, function, self, given.size(), given.data(), exception);
    m_running.removeLast();
    return returned ? returned : JSValueMakeUndefined(m_ours);
}

JSValueRef Engine::script(const std::vector<JSValueRef> &arguments, JSValueRef * /*exception*/)
{
    QFile file(u":/"_s + text(arguments.at(0)));
    return value(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
}

JSValueRef Engine::random(const std::vector<JSValueRef> &arguments, JSValueRef * /*exception*/)
{
    constexpr double most = 65536; // what the web's getRandomValues gives at once
    const auto wanted = qBound(0.0, JSValueToNumber(m_ours, arguments.at(0), nullptr), most);
    QByteArray bytes(static_cast<qsizetype>(wanted), '\0');
    for (qsizetype done = 0; done < bytes.size();) {
        const auto got = getrandom(bytes.data() + done, static_cast<size_t>(bytes.size() - done), 0);
        done += got > 0 ? got : 0;
    }
    return value(QString::fromLatin1(bytes.toHex()));
}

JSValueRef Engine::onRejection(const std::vector<JSValueRef> &arguments, JSValueRef *exception)
{
    auto *const function = JSValueToObject(m_ours, arguments.at(0), nullptr);
    JSGlobalContextSetUnhandledRejectionCallback(m_project, function, exception);
    return JSValueMakeUndefined(m_ours);
}

JSValueRef Engine::limit(const std::vector<JSValueRef> &arguments, JSValueRef * /*exception*/)
{
    const auto seconds = JSValueToNumber(m_ours, arguments.at(0), nullptr);
    JSContextGroupSetExecutionTimeLimit(m_group, seconds, &Engine::expired, this);
    return JSValueMakeUndefined(m_ours);
}

/// A module's code where it is plain, else nothing.
JSValueRef Engine::plain(const std::vector<JSValueRef> &arguments, JSValueRef * /*exception*/)
{
    const auto module = PlainModule::of(text(arguments.at(0)));
    return value(module ? module->code() : QString());
}

/// Of a line and a column of such code: `line:column` in the module's text.
JSValueRef Engine::place(const std::vector<JSValueRef> &arguments, JSValueRef * /*exception*/)
{
    const auto source = text(arguments.at(0));
    const auto module = PlainModule::of(source);
    if (!module)
        return value({});
    qsizetype line = 0;
    for (auto left = static_cast<int>(JSValueToNumber(m_ours, arguments.at(1), nullptr)); left > 1; --left)
        line = module->code().indexOf(u'\n', line) + 1;
    const auto column = JSValueToNumber(m_ours, arguments.at(2), nullptr) - 1;
    const auto found =
        qBound<qsizetype>(0, module->original(line + static_cast<qsizetype>(column)), source.size());
    const auto before = QStringView(source).first(found);
    return value(u"%1:%2"_s.arg(before.count(u'\n') + 1).arg(found - before.lastIndexOf(u'\n')));
}

/// Ends the process from within: a project's `catch` must not see the end coming.
bool Engine::expired(JSContextRef /*context*/, void *engine)
{
    auto *const self = static_cast<Engine *>(engine);
    self->m_channel.write(
        fault(u"time"_s, {}, self->m_running.isEmpty() ? QString() : self->m_running.last()));
    _exit(0);
}

QString Engine::text(JSValueRef value) const
{
    const String string(JSValueToStringCopy(m_ours, value, nullptr));
    if (!string)
        return {};
    return QString(reinterpret_cast<const QChar *>(JSStringGetCharactersPtr(string.get())),
                   static_cast<qsizetype>(JSStringGetLength(string.get())));
}

JSValueRef Engine::value(const QString &text) const
{
    return JSValueMakeString(m_ours, string(text).get());
}

JSValueRef Engine::evaluated(JSGlobalContextRef realm, const QString &source, const QString &name,
                             JSValueRef *exception) const
{
    const auto result =
        JSEvaluateScript(realm, string(source).get(), nullptr, string(name).get(), 1, exception);
    return result ? result : JSValueMakeUndefined(realm);
}

} // namespace squall::evaluate
