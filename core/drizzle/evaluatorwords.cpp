#include "core/drizzle/evaluatorwords.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

constexpr auto context = "squall::drizzle::EvaluatorWords";

using Sentence = std::pair<const char *, const char *>;

const QHash<QString, Sentence> &sentences()
{
    static const char *const outside = QT_TRANSLATE_NOOP(
        "squall::drizzle::EvaluatorWords", "Move what needs it into a file that the schema does not import.");
    static const char *const rename =
        QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "Give one of them another name.");
    static const char *const literal =
        QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                          "Write the default as text, with sql.raw() where it is made of parts.");
    static const QHash<QString, Sentence> all{
        {u"no-name"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "A module is asked for without its name"),
          ""}},
        {u"node-module"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The module “%1” of Node is not available: a schema is evaluated without files, "
                            "network, processes and timers"),
          outside}},
        {u"module-part"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "“%1” of the module “%2” is not available where a schema is evaluated"),
          outside}},
        {u"not-bundled"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The module “%1” is not among those that come with Squall"),
          QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "Install drizzle-orm in the project.")}},
        {u"unavailable"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "%1 is not available where a schema is evaluated"),
          outside}},
        {u"exit"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "process.exit() was called"),
          QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "Look at the condition before it: a variable may not be set.")}},
        {u"top-level-await"_s,
         {QT_TRANSLATE_NOOP(
              "squall::drizzle::EvaluatorWords",
              "A file that is evaluated cannot “await” outside of functions; drizzle-kit does not "
              "take it either"),
          ""}},
        {u"config-function"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The configuration is a function; an object is expected"),
          ""}},
        {u"config-no-object"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "The configuration is not an object"),
          QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "Export it by default: export default { … }")}},
        {u"thrown"_s, {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "%1 was thrown"), ""}},
        {u"thrown-unreadable"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords", "Something that cannot be shown was thrown"),
          ""}},
        {u"unique-twice"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The table “%1” has more than one unique constraint named “%2”"),
          rename}},
        {u"check-twice"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The table “%1” has more than one check constraint named “%2”"),
          rename}},
        {u"policy-twice"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The table “%1” has more than one policy named “%2”"),
          rename}},
        {u"index-twice"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "More than one index of the schema “%1” is named “%2”: of “%3” and “%4”"),
          rename}},
        {u"index-unnamed"_s,
         {QT_TRANSLATE_NOOP(
              "squall::drizzle::EvaluatorWords",
              "An index of the table “%1” is made of an expression and has no name: give it one"),
          ""}},
        {u"vector-class"_s,
         {QT_TRANSLATE_NOOP(
              "squall::drizzle::EvaluatorWords",
              "The index “%1” on the vector “%2” needs an operator class: .op('vector_l2_ops')"),
          ""}},
        {u"default-column"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The default of “%1” refers to a column, which a default in SQL cannot"),
          ""}},
        {u"default-parameter"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The default of “%1” refers to a parameter, which a default in SQL cannot"),
          literal}},
        {u"default-name"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The default of “%1” refers to a name, which a default in SQL cannot"),
          literal}},
        {u"view-twice"_s,
         {QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "The view “%1” is exported more than once, or there are two of that name"),
          QT_TRANSLATE_NOOP("squall::drizzle::EvaluatorWords",
                            "Export it in one of the schema's files only.")}},
    };
    return all;
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate(context, text) : QString();
}

} // namespace

EvaluatorWords evaluatorWords(const QString &code, const QStringList &values)
{
    const auto found = sentences().constFind(code);
    if (found == sentences().cend())
        return {code + u' ' + values.join(u' ')};
    // All at once: a value may hold a `%1` of its own.
    const auto value = [&](qsizetype at) { return values.value(at); };
    auto sentence = translated(found->first);
    const auto places = qMin<qsizetype>(values.size(), 4);
    if (places == 1)
        sentence = sentence.arg(value(0));
    else if (places == 2)
        sentence = sentence.arg(value(0), value(1));
    else if (places == 4)
        sentence = sentence.arg(value(0), value(1), value(2), value(3));
    return {sentence, translated(found->second)};
}

} // namespace squall::drizzle
