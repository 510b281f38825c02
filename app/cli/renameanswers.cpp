#include "app/cli/renameanswers.h"

#include "app/cli/choice.h"
#include "app/cli/output.h"
#include "core/drizzle/renamewords.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace squall::cli {

using namespace Qt::StringLiterals;

using drizzle::RenameAnswer;
using drizzle::RenameQuestion;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

void printAside(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
}

Result<QByteArray> hintsText(const Arguments &arguments)
{
    const auto file = arguments.value(u"hints-file"_s);
    const bool inlined = arguments.isSet(u"hints"_s);
    if (inlined && !file.isEmpty())
        return Error{.code = Error::Code::Usage,
                     .message = Text::tr("Either --hints or --hints-file, not both.")};
    if (inlined)
        return arguments.value(u"hints"_s).toUtf8();
    if (file.isEmpty())
        return QByteArray("[]");
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return Error{.code = Error::Code::File,
                     .message = Text::tr("cannot read %1: %2").arg(file, device.errorString())};
    return device.readAll();
}

/// Where in a text, for what has several lines.
QString placeIn(const QByteArray &text, int position)
{
    const auto before = QString::fromUtf8(text).left(position - 1);
    return Text::tr("Line %1, column %2.")
        .arg(before.count(u'\n') + 1)
        .arg(before.size() - before.lastIndexOf(u'\n'));
}

} // namespace

void RenameAnswers::addOptions(Arguments &arguments)
{
    arguments.add(
        u"hints"_s, u"JSON"_s,
        Text::tr("Answers to questions about renames: [{\"type\": \"rename\", \"kind\": \"column\", "
                 "\"from\": [\"public\", \"users\", \"name\"], \"to\": [\"public\", \"users\", "
                 "\"title\"]}, {\"type\": \"create\", \"kind\": \"table\", \"entity\": [\"public\", "
                 "\"posts\"]}]."));
    arguments.add(u"hints-file"_s, u"FILE"_s, Text::tr("The same from a file."));
}

Result<RenameAnswers> RenameAnswers::from(const Arguments &arguments)
{
    const auto text = hintsText(arguments);
    if (!text)
        return text.error();
    auto hints = drizzle::Hints::read(*text);
    if (!hints) {
        auto error = hints.error();
        const auto file = arguments.value(u"hints-file"_s);
        error.message = (file.isEmpty() ? u"--hints"_s : file) + u": "_s + error.message;
        error.detail = placeIn(*text, error.position);
        return error;
    }
    RenameAnswers answers;
    answers.m_hints = *std::move(hints);
    answers.m_mayAsk = canAsk();
    return answers;
}

Result<diff::Renames> RenameAnswers::ask(const drizzle::Snapshot &from, const drizzle::Snapshot &to)
{
    auto renames =
        drizzle::askRenames(from, to, [this](const RenameQuestion &question) { return answer(question); });
    if (renames)
        endGroup();
    return renames;
}

Result<RenameAnswer> RenameAnswers::answer(const RenameQuestion &question)
{
    const auto hint = m_hints.answer(question);
    if (!hint)
        return hint.error();
    if (*hint)
        return **hint;
    if (m_mayAsk)
        return askPerson(question);
    m_open.push_back(question);
    return RenameAnswer();
}

Result<RenameAnswer> RenameAnswers::askPerson(const RenameQuestion &question)
{
    if (m_last && !drizzle::sameGroup(*m_last, question))
        endGroup();
    m_last = question;
    const auto word = drizzle::wordFor(question.about);
    std::vector<Option> options;
    for (const auto &title : drizzle::optionTitles(question)) {
        const bool creates = options.empty();
        options.push_back({.sign = creates ? u"+ "_s : u"~ "_s,
                           .title = title,
                           .more = (creates ? u"create "_s : u"rename "_s) + word});
    }
    const auto chosen = choose(u'\n' + drizzle::questionText(question), options);
    if (!chosen)
        return Error{.code = Error::Code::Cancelled, .message = Text::tr("Nothing was written.")};
    const auto answer = *chosen == 0 ? RenameAnswer() : RenameAnswer(static_cast<std::size_t>(*chosen - 1));
    printAside(drizzle::outcomeText(question, answer) + u'\n');
    return answer;
}

void RenameAnswers::endGroup()
{
    if (m_last)
        printAside(drizzle::resolvedText(*m_last) + u"\n\n"_s);
    m_last.reset();
}

void RenameAnswers::printOpen(const QString &command) const
{
    {
        JsonWriter writer([](const QByteArray &piece) { printOut(QString::fromUtf8(piece)); });
        drizzle::writeMissingHints(m_open, writer);
    }
    std::fflush(stdout);
    Error error{.code = Error::Code::Usage,
                .message = Text::tr("It is not known what was renamed."),
                .hint = Text::tr("Answer with --hints or --hints-file, or run it in a terminal.")};
    for (const auto &question : m_open)
        error.detail += (error.detail.isEmpty() ? QString() : u"\n"_s) + drizzle::questionText(question);
    printFailure(command, error);
}

} // namespace squall::cli
