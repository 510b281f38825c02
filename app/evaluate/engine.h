#pragma once

#include "app/evaluate/channel.h"

#include <JavaScriptCore/JavaScript.h>
#include <QStringList>

namespace squall::evaluate {

/// The JavaScript engine with two realms: ours, where the evaluator's own scripts run, and the project's.
/// What a project does to its `Array.prototype` is not seen in ours. Neither has a file, a socket, a process
/// or a timer.
class Engine
{
public:
    explicit Engine(Channel &channel);

    /// Answers the request: a JSON text to send. Questions to the parent go over the channel meanwhile.
    QByteArray answer(const QByteArray &request);

private:
    using Native = JSValueRef (Engine::*)(const std::vector<JSValueRef> &, JSValueRef *);
    struct Function
    {
        Engine *engine;
        Native call;
    };

    JSObjectRef wrap(Function &function);
    static JSValueRef called(JSContextRef context, JSObjectRef function, JSObjectRef self, size_t count,
                             const JSValueRef *arguments, JSValueRef *exception);
    static bool expired(JSContextRef context, void *engine);

    // What our scripts may call.
    JSValueRef ask(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef run(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef script(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef random(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef onRejection(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef limit(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef plain(const std::vector<JSValueRef> &arguments, JSValueRef *exception);
    JSValueRef place(const std::vector<JSValueRef> &arguments, JSValueRef *exception);

    QString text(JSValueRef value) const;
    JSValueRef value(const QString &text) const;
    JSValueRef evaluated(JSGlobalContextRef realm, const QString &source, const QString &name,
                         JSValueRef *exception) const;
    /// Calls a function that our script has defined; what it threw as a reply otherwise.
    QByteArray call(const QString &name, const std::vector<JSValueRef> &arguments) const;

    Channel &m_channel;
    JSContextGroupRef m_group;
    JSGlobalContextRef m_ours;
    JSGlobalContextRef m_project;
    JSClassRef m_class;
    Function m_functions[8];
    QStringList m_running; ///< files, the innermost last
};

} // namespace squall::evaluate
