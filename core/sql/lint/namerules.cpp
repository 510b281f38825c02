#include "core/sql/lint/inspection.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// Whether one letter too many, too few, another one, or two that changed places tell the words apart.
bool isNearly(QStringView one, QStringView other)
{
    if (one.size() > other.size())
        return isNearly(other, one);
    if (other.size() - one.size() > 1)
        return false;
    qsizetype at = 0;
    while (at < one.size() && one[at] == other[at])
        ++at;
    if (one.size() < other.size())
        return one.mid(at) == other.mid(at + 1);
    return one.mid(at + 1) == other.mid(at + 1) ||
           (at + 1 < one.size() && one[at] == other[at + 1] && one[at + 1] == other[at] &&
            one.mid(at + 2) == other.mid(at + 2));
}

template<typename List, typename NameOf>
QString nearest(const QString &name, const List &list, NameOf nameOf)
{
    if (name.size() < 3)
        return {};
    for (const auto &each : list) {
        if (isNearly(name, nameOf(each)))
            return nameOf(each);
    }
    return {};
}

QString withGuess(const QString &message, const QString &guess)
{
    return guess.isEmpty() ? message : message + u' ' + Inspection::tr("Did you mean “%1”?").arg(guess);
}

Objection noColumn(Span span, const QString &name, const NameLevel *level, const KnownSource *source)
{
    QString guess;
    const auto nameOf = [](const KnownColumn &column) { return column.name; };
    if (source) {
        guess = nearest(name, source->columns.columns, nameOf);
        return {span, withGuess(Inspection::tr("“%1” has no column “%2”.").arg(source->name, name), guess)};
    }
    for (; level && guess.isEmpty(); level = level->outer) {
        for (const auto &each : level->sources)
            guess = guess.isEmpty() ? nearest(name, each.columns.columns, nameOf) : guess;
    }
    return {span, withGuess(Inspection::tr("There is no column “%1” here.").arg(name), guess)};
}

/// Whether a function's name can be judged: no extension may have brought it, no type may be cast so.
bool isUnknownRoutine(const CompletionCatalog &catalog, const QStringList &path, QString &guess)
{
    const auto &name = path.back();
    if (!catalog.routines(name).empty() || catalog.compositeOf(name))
        return false;
    const auto &extensions = catalog.snapshot().extensions;
    if (std::any_of(extensions.begin(), extensions.end(),
                    [](const catalog::Extension &each) { return each.name != u"plpgsql"; }))
        return false;
    if (path.size() == 2 && path.front() != u"pg_catalog")
        return knowsAllRelations(catalog, path.front());
    // The list of the server's own is that of one version: only what looks like a slip is one.
    if (name.size() < 5 || name.startsWith(u"pg_"))
        return false;
    guess = nearest(name, catalog.routines(), [](const Routine &each) { return each.name; });
    return !guess.isEmpty();
}

} // namespace

Objections unknownRelation(const Inspection &in)
{
    Objections found;
    for (const auto *each : in.names.unknownRelations()) {
        const auto name = each->text(u"relname");
        const auto guess = nearest(name, in.catalog->relations(), [](const Relation &relation) {
            return relation.system ? QString() : relation.id.name;
        });
        found.push_back({in.tree.nameSpan(*each),
                         withGuess(Inspection::tr("There is no table or view “%1”.").arg(name), guess)});
    }
    return found;
}

Objections unknownColumn(const Inspection &in)
{
    using Kind = NameMeaning::Kind;
    Objections found;
    for (const auto *each : in.names.references()) {
        const auto meaning = in.names.meaning(*each);
        const auto path = each->names(u"fields");
        const auto span = in.tree.nameSpan(*each);
        if (meaning.kind == Kind::UnknownColumn)
            found.push_back(noColumn(span, path.back(), in.names.levelOf(*each), meaning.source));
        else if (meaning.kind == Kind::UnknownSource)
            found.push_back({span, Inspection::tr("Nothing in FROM is called “%1”.").arg(path.front())});
    }
    for (const auto &target : in.names.targets()) {
        const auto name = target.name->text(u"name");
        if (!target.relation || target.relation->system || name.isEmpty() ||
            catalog::findColumn(*target.relation->columns, name))
            continue;
        const auto guess = nearest(name, *target.relation->columns,
                                   [](const catalog::Column &column) { return column.name; });
        found.push_back(
            {in.tree.nameSpan(*target.name),
             withGuess(Inspection::tr("“%1” has no column “%2”.").arg(target.relation->text, name), guess)});
    }
    return found;
}

Objections unknownFunction(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!in.catalog || !node.is(u"FuncCall") || node.text(u"funcformat") == u"COERCE_SQL_SYNTAX")
            continue;
        const auto path = node.names(u"funcname");
        QString guess;
        if (!path.isEmpty() && isUnknownRoutine(*in.catalog, path, guess))
            found.push_back(
                {in.tree.nameSpan(node),
                 withGuess(Inspection::tr("There is no function “%1”.").arg(path.join(u'.')), guess)});
    }
    return found;
}

Objections ambiguousColumn(const Inspection &in)
{
    Objections found;
    for (const auto *each : in.names.references()) {
        const auto meaning = in.names.meaning(*each);
        if (meaning.kind != NameMeaning::Kind::Ambiguous)
            continue;
        const auto name = each->names(u"fields").constLast();
        QStringList sources;
        for (const auto &source : meaning.level->sources) {
            if (source.columns.find(name))
                sources << source.name;
        }
        found.push_back({in.tree.nameSpan(*each), Inspection::tr("“%1” is a column of %2: say which one.")
                                                      .arg(name, sources.join(Inspection::tr(" and of ")))});
    }
    return found;
}

/// `WHERE id IN (SELECT user_id FROM old)` where user_id is no column of old, but of the table outside.
Objections outerColumn(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto *select = node.is(u"SubLink") && node.text(u"subLinkType") == u"ANY_SUBLINK"
                                 ? node.child(u"subselect")
                                 : nullptr;
        const auto items = select ? select->list(u"targetList") : std::vector<const Node *>();
        const auto *value = items.size() == 1 ? items.front()->child(u"val") : nullptr;
        if (!value || !value->is(u"ColumnRef") || value->names(u"fields").size() != 1)
            continue;
        const auto meaning = in.names.meaning(*value);
        if (meaning.kind != NameMeaning::Kind::Column || meaning.level->statement == select)
            continue;
        found.push_back(
            {in.tree.nameSpan(*value),
             Inspection::tr("“%1” is no column of what this subquery reads: it is the one of “%2” outside.")
                 .arg(value->names(u"fields").constLast(), meaning.source->name)});
    }
    return found;
}

} // namespace squall::sql
