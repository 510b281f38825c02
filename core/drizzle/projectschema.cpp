#include "core/drizzle/projectschema.h"

#include <QCoreApplication>

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Relation)
};

}

QString sentence(const Relation &relation)
{
    const auto where = relation.from.table + (relation.key.isEmpty() ? QString() : u'.' + relation.key);
    switch (relation.fault) {
    case Relation::Fault::None: return {};
    case Relation::Fault::MissingSide:
        return Words::tr("The relation “%1” does not say its columns, and neither does %2: give one of them "
                         "its fields and references")
            .arg(where, relation.to.table);
    case Relation::Fault::Ambiguous:
        return Words::tr("The relation “%1” fits more than one of %2: name both sides of each")
            .arg(where, relation.to.table);
    case Relation::Fault::Unequal:
        return Words::tr("The relation “%1” needs as many columns on one side as on the other").arg(where);
    case Relation::Fault::Failed:
        return Words::tr("The relations of “%1” cannot be read: %2").arg(where, relation.message);
    }
    Q_UNREACHABLE();
}

QStringList warnings(const ProjectSchema &schema)
{
    QStringList all;
    if (schema.newerDrizzle) {
        all +=
            Words::tr("The project has a drizzle-orm of 1.0. Its tables are read as drizzle-kit 0.31 records "
                      "them: constraints without a name get one by the rules of that version");
    }
    for (const auto &relation : schema.relations) {
        if (const auto fault = sentence(relation); !fault.isEmpty())
            all += fault;
    }
    return all;
}

} // namespace squall::drizzle
