#pragma once

#include "models/diagram/diagramdecoration.h"
#include "ui/diagram/diagramstyle.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QMouseEvent;
class QPainter;
class QPlainTextEdit;

namespace squall::models {
class DiagramModel;
}

namespace squall::ui {

class DiagramCanvas;

/// The notes of a diagram in somebody's hand: one is chosen, moved, resized, written in. The one that is
/// chosen is drawn here, all others are in the tiles.
class DiagramNotes : public QObject
{
    Q_OBJECT

public:
    DiagramNotes(DiagramCanvas &canvas, models::DiagramModel &model);

    /// Empty: none.
    const QString &selected() const { return m_selected; }
    void select(const QString &id);
    /// The one that lies there, or none.
    void selectAt(QPointF point);
    /// As one reads.
    QStringList inOrder() const;
    /// Where there is room in sight, to be written in at once.
    void add();
    void edit();
    void remove();
    void setColor(models::DiagramColor color);
    bool isEditing() const { return !m_editor.isNull(); }
    /// Brings it into sight.
    void goTo(const QString &id);
    void setStyle(const DiagramStyle &style);
    /// What is written in stays where its note is.
    void followView();
    /// In units of the picture, above everything else.
    void paint(QPainter &painter) const;

    // What these answer with yes is done.
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release();
    bool moveBy(QPointF way);
    /// Over a corner by which it is resized.
    bool isAtCorner(QPointF onScreen) const;

signals:
    void selectionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Hand { Free, Moving, Resizing };

    std::optional<models::DiagramPlacedNote> chosen() const;
    void write(const models::DiagramPlacedNote &note);
    void finish();
    void take();

    DiagramCanvas &m_canvas;
    models::DiagramModel &m_model;
    DiagramStyle m_style;
    QString m_selected;
    std::optional<models::DiagramPlacedNote> m_last; ///< chosen before, and not yet in the tiles
    std::optional<models::DiagramPlacedNote> m_new;  ///< that nobody has written in yet
    QPointer<QPlainTextEdit> m_editor;
    Hand m_hand = Hand::Free;
    QPointF m_from; ///< where it was pressed, in units of the picture
    QRectF m_then;  ///< where it was
    QRectF m_there; ///< where the hand has it
};

} // namespace squall::ui
