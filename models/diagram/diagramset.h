#pragma once

#include "models/diagram/diagramhistory.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace squall::models {

class DiagramModel;

/// All diagrams of a database and what they share, as a value.
struct Diagrams
{
    struct Named
    {
        QString name = {};
        DiagramArrangement arrangement = {};

        bool operator==(const Named &) const = default;
    };

    std::vector<Named> diagrams = {}; ///< by name
    std::vector<diagram::Declared> relations = {};

    bool operator==(const Diagrams &) const = default;
};

/// The named diagrams of a database, one of which a model shows; the model has that one's newest state. There
/// is always one. Where they are kept is the owner's business: it loads them, and saves `kept()` on `edited`.
class DiagramSet : public QObject
{
    Q_OBJECT

public:
    explicit DiagramSet(DiagramModel &model, QObject *parent = nullptr);

    /// By the name of a setting, its value; nothing when there is none.
    using Read = std::function<QByteArray(const QString &setting)>;
    void load(const Read &read);
    /// Settings to be saved, in this order: what dies in between loses nothing.
    std::vector<std::pair<QString, QByteArray>> kept();

    /// By name; there are no two alike, in whatever case.
    QStringList names() const;
    QString currentName() const;
    /// Why none can be called so; nothing when one can. `but`: the one whose name it may be already.
    QString refusal(const QString &name, const QString &but = {}) const;
    /// The name, or one like it that no other has.
    QString freeName(const QString &name) const;

    void choose(const QString &name);
    /// These come to the fore.
    void add(const QString &name, const DiagramArrangement &arrangement = {});
    void duplicate(const QString &name);
    void rename(const QString &name);
    /// Of the current one; the last one stays. `restore` brings it back.
    void remove();
    bool canRestore() const { return m_removed.has_value(); }
    void restore();

    Diagrams all() const;
    /// The others go, and their steps with them.
    void replace(const Diagrams &diagrams);

signals:
    /// Which there are, or which one is current.
    void changed();
    /// Another one is the current one.
    void switched();
    void edited();

private:
    struct Entry
    {
        QString id = {}; ///< empty: the one there was before there were several
        QString name = {};
        DiagramHistory history = {}; ///< of the current one the model has a newer one
        QByteArray unread = {};      ///< an arrangement that nobody has asked for yet
        bool isSaved = true;
    };

    std::vector<Entry>::const_iterator find(const QString &name) const;
    Entry &current();
    DiagramArrangement arrangementOf(const Entry &entry) const;
    void leave();
    void enter(const QString &id);
    void add(Entry entry);
    QByteArray index() const;

    DiagramModel &m_model;
    std::vector<Entry> m_entries; ///< by name
    QString m_current;            ///< an id
    std::optional<Entry> m_removed;
    QStringList m_gone; ///< ids whose arrangements are still kept
};

} // namespace squall::models
