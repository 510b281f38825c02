#include "core/drizzle/renamewords.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

using About = RenameQuestion::About;

namespace {

bool isPart(About about)
{
    return about == About::Column || about == About::TablePolicy;
}

QString renamedTitle(const RenameQuestion &question, std::size_t candidate)
{
    return question.candidates[candidate].shown + u" › "_s + question.created.shown;
}

} // namespace

QString wordFor(About about)
{
    switch (about) {
    case About::Schema: return u"schema"_s;
    case About::Enum: return u"enum"_s;
    case About::Sequence: return u"sequence"_s;
    case About::Role: return u"role"_s;
    case About::Table: return u"table"_s;
    case About::Column:
    case About::TablePolicy: return u"column"_s;
    case About::LinkedPolicy: return u"policy"_s;
    case About::View: return u"view"_s;
    }
    Q_UNREACHABLE();
}

QString questionText(const RenameQuestion &question)
{
    const auto word = wordFor(question.about);
    const auto place =
        isPart(question.about) ? u" in "_s + question.created.id.name + u" table"_s : QString();
    return u"Is %1 %2%3 created or renamed from another %2?"_s.arg(question.created.shown, word, place);
}

QStringList optionTitles(const RenameQuestion &question)
{
    QStringList titles{question.created.shown};
    for (std::size_t i = 0; i < question.candidates.size(); ++i)
        titles << renamedTitle(question, i);
    return titles;
}

QString outcomeText(const RenameQuestion &question, const RenameAnswer &answer)
{
    const auto word = wordFor(question.about);
    if (!answer)
        return u"+ %1 %2 will be created"_s.arg(question.created.shown, word);
    const bool staysInPlace = isPart(question.about) || question.about == About::Schema;
    return u"~ %1 %2 will be %3"_s.arg(renamedTitle(question, *answer), word,
                                       staysInPlace ? u"renamed"_s : u"renamed/moved"_s);
}

QString resolvedText(const RenameQuestion &question)
{
    if (isPart(question.about))
        return u"--- all columns conflicts in %1 table resolved ---"_s.arg(question.created.id.name);
    const auto word = wordFor(question.about);
    return u"--- all %1 conflicts resolved ---"_s.arg(question.about == About::Schema ? u"schemas"_s : word);
}

bool sameGroup(const RenameQuestion &one, const RenameQuestion &other)
{
    if (one.about != other.about)
        return false;
    return !isPart(one.about) ||
           (one.created.id.schema == other.created.id.schema && one.created.id.name == other.created.id.name);
}

} // namespace squall::drizzle
