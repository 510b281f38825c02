#include "models/project/programnames.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace squall::models {

namespace {

transfer::ProgramValue valueOf(drizzle::ValueKind kind)
{
    switch (kind) {
    case drizzle::ValueKind::String: return transfer::ProgramValue::Text;
    case drizzle::ValueKind::Number: return transfer::ProgramValue::Number;
    case drizzle::ValueKind::BigInt: return transfer::ProgramValue::BigInt;
    case drizzle::ValueKind::Date: return transfer::ProgramValue::Date;
    default: return transfer::ProgramValue::Usual;
    }
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ProgramNames)
};

} // namespace

const drizzle::Declaration *declarationOf(const drizzle::ProjectSchema &schema, const ObjectId &relation)
{
    const auto key = relation.schema + u'.' + relation.name;
    const auto *table = schema.tables.find(key);
    return table ? table : schema.views.find(key);
}

QString nameByProgram(const drizzle::ProjectSchema &schema, const ObjectId &relation,
                      std::vector<transfer::Column> &columns)
{
    const auto *declared = declarationOf(schema, relation);
    if (!declared)
        return {};
    for (auto &column : columns) {
        const auto *known = declared->columns.find(column.name);
        if (!known)
            continue;
        column.programKey = known->key;
        column.programValue = valueOf(known->value);
    }
    return declared->name;
}

QString declaredAt(const drizzle::Declaration &declaration)
{
    const auto file = QFileInfo(declaration.place.file).fileName();
    const int line = declaration.place.line;
    return line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file;
}

QString appSideInShort(const drizzle::DeclaredColumn &column)
{
    if (column.defaultByApp && column.updatedByApp)
        return Text::tr("app-side default and update");
    if (column.defaultByApp)
        return Text::tr("app-side default");
    return column.updatedByApp ? Text::tr("app-side update") : QString();
}

QStringList programWords(const drizzle::ProjectSchema &schema, const ObjectId &relation,
                         const QString &column)
{
    const auto *declared = declarationOf(schema, relation);
    const auto *known = declared ? declared->columns.find(column) : nullptr;
    if (!known)
        return {};
    QStringList words{Text::tr("%1 in %2", "a member of a program, a place in a file")
                          .arg(declared->name + u'.' + known->key, declaredAt(*declared))};
    if (known->defaultByApp)
        words << Text::tr("The app fills it in when it inserts a row ($default); the database does not.");
    if (known->updatedByApp)
        words << Text::tr("The app sets it whenever it changes a row ($onUpdate); the database does not.");
    return words;
}

} // namespace squall::models
