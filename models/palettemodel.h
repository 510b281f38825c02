#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"
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

/// What "open anything" offers for the text typed so far: objects of the database, or commands after `>`.
/// Better matches first; among equal ones what was used last.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< ObjectId; invalid for commands
        CommandRole,           ///< QString, the command's id; empty for objects
        KindRole,              ///< squall::Kind as int; invalid for commands
        NoteRole,              ///< schema, or the command's shortcut, or why it cannot be run
        PositionsRole,         ///< QList<int>: the characters that matched
        EnabledRole,
    };

    explicit PaletteModel(QObject *parent = nullptr);

    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    void setCommands(const std::vector<PaletteCommand> &commands);
    void setQuery(const QString &typed);
    /// Something was opened or run from here or elsewhere: it comes first from now on.
    void use(const ObjectId &id);
    void use(const QString &command);
    /// Whether the text asks for commands.
    static bool asksForCommands(QStringView typed) { return typed.startsWith(u'>'); }

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
        bool enabled = true;
        int used = 0; ///< the higher the later
    };
    struct Hit
    {
        const Entry *entry;
        FuzzyMatch match;
    };

    void search();

    std::vector<Entry> m_objects;
    std::vector<Entry> m_commands;
    std::vector<Hit> m_hits;
    QHash<ObjectId, int> m_usedObjects;
    QHash<QString, int> m_usedCommands;
    QString m_typed;
    int m_clock = 0;
};

} // namespace squall::models
