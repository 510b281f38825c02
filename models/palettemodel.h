#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"
#include "core/workspace/contents.h"
#include "models/fuzzy.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace squall::models {

/// A command as the palette shows it; what it does is known to whoever reads `id`.
struct PaletteCommand
{
    QString id;
    QString text;
    QString shortcut = {};
    bool enabled = true;
    QString reason = {}; ///< why it is not
};

/// What "open anything" offers for the text typed so far: objects of the database and saved queries, commands
/// after `>`, saved queries alone after `@`, then also by what stands in them.
/// Better matches first; among equal ones what was used last.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< ObjectId; invalid for others
        CommandRole,           ///< QString, the command's id; empty for others
        QueryRole,             ///< QString, what a saved query is known by; empty for others
        KindRole,              ///< squall::Kind as int; invalid for others
        NoteRole,              ///< schema, or folder, or the command's shortcut, or why it cannot be run
        PositionsRole,         ///< QList<int>: the characters that matched
        EnabledRole,
    };

    explicit PaletteModel(QObject *parent = nullptr);

    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    void setSavedQueries(const std::vector<workspace::SavedQuery> &queries);
    void setCommands(const std::vector<PaletteCommand> &commands);
    void setQuery(const QString &typed);
    /// Something was opened or run from here or elsewhere: it comes first from now on.
    void use(const ObjectId &id);
    void use(const QString &command);
    void useQuery(const QString &id);
    /// Whether the text asks for commands.
    static bool asksForCommands(QStringView typed) { return typed.startsWith(u'>'); }
    static bool asksForQueries(QStringView typed) { return typed.startsWith(u'@'); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        QString text;
        QString folded;
        QString note;
        ObjectId id = {};
        QString command = {};
        QString query = {};
        QString content = {}; ///< what stands in the query
        bool enabled = true;
        int used = 0; ///< the higher the later
    };
    struct Hit
    {
        const Entry *entry;
        FuzzyMatch match;
        size_t order; ///< in which it was found
    };

    void search();
    void searchIn(const std::vector<Entry> &entries, const FuzzyPattern &pattern, bool inOrder);
    void searchContents(QStringView typed);

    std::vector<Entry> m_objects;
    std::vector<Entry> m_queries;
    std::vector<Entry> m_commands;
    std::vector<Hit> m_hits;
    QHash<ObjectId, int> m_usedObjects;
    QHash<QString, int> m_usedCommands;
    QHash<QString, int> m_usedQueries;
    QString m_typed;
    int m_clock = 0;
};

} // namespace squall::models
