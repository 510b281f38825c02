#pragma once

#include "core/catalog/snapshot.h"
#include "models/diagram/diagramhistory.h"
#include "models/diagram/diagrammaking.h"
#include "models/diagram/diagrammoves.h"
#include "models/latest.h"

#include <QObject>

#include <optional>
#include <set>
#include <vector>

namespace squall::models {

/// The tables of a database as a picture of boxes and lines, and what somebody does to it. Everything that
/// takes time is done on the pool; until it is, the picture stays as it was. Tables never move by themselves.
/// Where the arrangement is kept is the owner's business: it restores it, and saves `kept()` on `edited`.
class DiagramModel : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Waiting, ///< for a schema
        LayingOut,
        NoTables,
        AllHidden,
        Shown,
    };

    explicit DiagramModel(const DiagramLook &look, QObject *parent = nullptr);

    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    /// Width by height of where it will be seen, for laying out.
    void setAspect(double aspect) { m_aspect = aspect; }
    void restore(const QByteArray &kept);
    QByteArray kept() const;
    /// Another diagram of the same database comes to the fore, with its own steps.
    void setHistory(DiagramHistory history);
    /// Without what a lens shows apart.
    DiagramHistory history() const;
    /// Shared by all diagrams of the database; who shares them hears of changes by `relationsChanged`.
    const std::vector<diagram::Declared> &relations() const { return m_relations; }
    void setRelations(std::vector<diagram::Declared> relations);
    /// What it declares is drawn as well, and not kept.
    void setProject(const ProjectSchemaPtr &project);
    const ProjectSchemaPtr &project() const { return m_project; }

    State state() const;
    /// Never null.
    const DiagramPicturePtr &picture() const { return m_picture; }
    DiagramDetail detail() const { return m_arrangement.detail; }
    void setDetail(DiagramDetail detail);
    /// All that have tables.
    const QStringList &schemas() const { return m_schemas; }
    /// Those that are shown; all when empty.
    const QStringList &chosenSchemas() const { return m_arrangement.schemas; }
    void setChosenSchemas(const QStringList &schemas);
    int hiddenCount() const { return m_hidden; }
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }
    const DiagramLens &lens() const { return m_lens; }
    /// What lies elsewhere through a lens is arranged for itself; without it, all is as it was before.
    void setLens(const DiagramLens &lens);
    /// What the picture is made of, as it is asked for now. To be used while there is a schema.
    DiagramTask task() const;

    /// What the picture would be if these boxes were moved; `previewed` tells it. One at a time.
    void preview(const std::vector<int> &boxes, QPointF by);
    /// Moves that follow each other `again` are undone as one.
    void move(const std::vector<int> &boxes, QPointF by, bool again = false);
    /// To these corners, as one step.
    void place(const std::vector<int> &boxes, const std::vector<QPointF> &corners);
    void hide(const std::vector<int> &boxes);
    void showHidden();
    /// Makes these a part of the group that is marked so; of none with nothing.
    void mark(const std::vector<int> &boxes, const std::optional<DiagramGroup> &mark);
    /// The groups there are, by name.
    std::vector<DiagramGroup> groups() const;
    /// As it was put last, in the detail that is chosen; nothing when it is not there.
    std::optional<DiagramPlacedNote> note(const QString &id) const;
    /// Adds the note, or replaces the one with its id. Moves that follow each other `again` are one step.
    void putNote(const DiagramPlacedNote &note, bool again = false);
    void removeNote(const QString &id);
    /// Nothing before: a new one. Nothing after: it goes.
    void changeRelation(const std::optional<diagram::Declared> &before,
                        const std::optional<diagram::Declared> &after);
    void arrangeAnew();
    /// Gives up a new arrangement that is under way.
    void stop();
    bool isArranging() const { return m_anew && m_making.isRunning(); }
    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    /// The boxes whose names answer what was typed, best first.
    std::vector<int> find(const QString &typed) const;

signals:
    /// The picture, or what may be done, is another.
    void changed();
    void previewed(const squall::models::DiagramPicturePtr &picture);
    /// Somebody has changed the arrangement, or new tables have got a place.
    void edited();
    void relationsChanged();

private:
    DiagramArrangement whole() const;
    void putAside();
    void takeBack();
    void rebuild();
    void adopt(const MadeDiagram &made);
    void takeMoved(const DiagramPicturePtr &picture);
    void remember();
    void remember(const RelationChange &change);
    void goTo(std::vector<DiagramState> &from, std::vector<DiagramState> &to);
    void carryOut(const RelationChange &change);
    void drawMoved();
    void abandonMoves();

    DiagramLook m_look;
    catalog::SnapshotPtr m_snapshot;
    double m_aspect = 1.6;
    DiagramArrangement m_arrangement;
    DiagramLens m_lens;
    std::optional<DiagramHistory> m_aside; ///< while a lens shows something apart
    std::vector<diagram::Declared> m_relations;
    ProjectSchemaPtr m_project;
    std::vector<DiagramState> m_undo;
    std::vector<DiagramState> m_redo;
    DiagramPicturePtr m_picture = std::make_shared<const DiagramPicture>();
    layout::Positions m_target;   ///< where boxes are moved to, ahead of the picture
    std::set<int> m_moved;        ///< since the picture was drawn
    std::vector<int> m_lastMoved; ///< by the last step, if that was a move
    QString m_lastNote;           ///< the same of a note
    QStringList m_schemas;
    int m_hidden = 0;
    bool m_made = false; ///< once
    bool m_anew = false;
    DiagramMoves m_moving;
    DiagramMoves m_previewing;
    Latest<Result<MadeDiagram>> m_making;
};

} // namespace squall::models
