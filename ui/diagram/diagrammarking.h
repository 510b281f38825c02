#pragma once

#include "models/diagram/declaring.h"
#include "models/latest.h"
#include "ui/diagram/diagramcommands.h"

#include <QObject>

class QMenu;

namespace squall::models {
class DiagramModel;
}

namespace squall::ui {

class DiagramCanvas;
class Theme;

/// What somebody does to the selected tables besides moving them: groups, relations, order; and notes.
class DiagramMarking : public QObject
{
    Q_OBJECT

public:
    DiagramMarking(const Theme &theme, models::DiagramModel &model, DiagramCanvas &canvas,
                   QObject *parent = nullptr);

    /// No: it is somebody else's.
    bool run(DiagramCommand command);
    /// Why it cannot be done now; nothing at all when it is somebody else's.
    std::optional<QString> unavailable(DiagramCommand command) const;
    /// The one that this line of the picture stands for.
    std::optional<models::DeclaredRelation> relationOf(int line) const;
    /// Those of a table, in either direction.
    std::vector<models::DeclaredRelation> relationsOf(const ObjectId &table) const;
    void edit(const models::DeclaredRelation &relation);
    void remove(const models::DeclaredRelation &relation);
    void fillGroupMenu(QMenu &menu);
    void fillNoteMenu(QMenu &menu);

private:
    void askForGroup();
    void align(DiagramCommand command);
    void declare();
    /// Once what there is to choose from is there.
    void ask(const ObjectId &table, const ObjectId &other,
             const std::optional<models::DeclaredRelation> &known);

    const Theme &m_theme;
    models::DiagramModel &m_model;
    DiagramCanvas &m_canvas;
    models::Latest<models::RelationChoicePtr> m_choosing;
};

} // namespace squall::ui
