#pragma once

#include "models/diagram/diagramfocus.h"
#include "models/diagram/diagrammodel.h"
#include "ui/diagram/diagramstyle.h"
#include "ui/diagram/diagramtiles.h"

#include <QWidget>

#include <optional>

class QRubberBand;

namespace squall::ui {

class DiagramNotes;
class Minimap;
class Theme;

/// A diagram on screen: moved about in, zoomed, its tables selected and dragged. What takes time to draw
/// comes as tiles; what is selected or in somebody's hand is drawn over them at once.
class DiagramCanvas : public QWidget
{
    Q_OBJECT

public:
    DiagramCanvas(const Theme &theme, models::DiagramModel &model, QWidget *parent = nullptr);

    /// The whole, or what is selected, as large as there is room for, but not larger than it is.
    void fit();
    void fitSelection();
    /// At the bottom left, for what lies there: the whole keeps out of it.
    void leaveRoom(const QSize &corner);
    double scale() const { return m_scale; }
    /// Around the middle.
    void setScale(double scale);
    void zoomBy(double factor, std::optional<QPointF> around = {});
    /// In units of the picture.
    QRectF seen() const;
    QPointF toScreen(QPointF point) const { return (point - m_origin) * m_scale; }
    QPointF toPicture(QPointF point) const { return m_origin + point / m_scale; }
    void centerOn(QPointF point);

    /// Numbers in the model's picture, the one chosen last at the end.
    const std::vector<int> &selection() const { return m_selected; }
    void select(const std::vector<int> &boxes);
    /// Selects this one alone and brings it into sight.
    void goTo(int box);
    /// Shows a way above everything else; an empty one ends that. `wayLost` says that its tables are others.
    void setWay(const models::DiagramWay &way);
    const models::DiagramWay &way() const { return m_way; }
    /// What was said of the selection in words.
    QString summary() const;
    const DiagramTiles &tiles() const { return m_tiles; }
    DiagramNotes &notes() { return *m_notes; }
    const DiagramNotes &notes() const { return *m_notes; }
    /// Somebody else draws this one; nobody when it has no name.
    void liftNote(const QString &note) { m_tiles.liftNote(note); }
    /// The next picture is another diagram's.
    void fitNext() { m_fitted = false; }

signals:
    void selectionChanged();
    void openRequested(const squall::ObjectId &id);
    /// `id` has no name: on the ground.
    void menuRequested(const squall::ObjectId &id, const QPoint &position);
    void lineMenuRequested(int line, const QPoint &position);
    void wayLost();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Hand { Free, Pressed, Panning, Dragging, Banding };

    void takePicture();
    void takePreview(const models::DiagramPicturePtr &picture);
    void setDown();
    bool isElsewhere(const models::DiagramPicture &before) const;
    void updateTiles();
    void look(QPointF origin, double scale);
    void fitTo(const QRectF &rect, double most);
    void fitTo(const QRectF &rect, double most, const QRectF &area);
    void keepOutOfCorner();
    bool paintsDirectly(const QPainter &painter) const;
    void paintOver(QPainter &painter);
    void paintHeld(QPainter &painter);
    void paintWay(QPainter &painter);
    void press(int box, Qt::KeyboardModifiers modifiers);
    void drag(QPointF to, bool snaps);
    void paintGuides(QPainter &painter);
    void finishBand();
    bool moveByKey(const QKeyEvent &event);
    QString describe(int box, QPointF at) const;
    QString describeLine(int line) const;
    int lineAt(QPointF point) const;
    bool isSelected(int box) const;
    std::vector<int> readingOrder() const;
    void applyTheme();
    void showHand();

    const Theme &m_theme;
    models::DiagramModel &m_model;
    DiagramStyle m_style;
    DiagramTiles m_tiles;
    Minimap *m_map;
    DiagramNotes *m_notes;
    QRubberBand *m_band = nullptr;
    models::DiagramPicturePtr m_picture;
    models::DiagramPicturePtr m_preview; ///< while boxes are dragged, once one is there
    QPointF m_origin;                    ///< the point of the picture at the top left
    double m_scale = 1;
    bool m_fitted = false;  ///< once there was something to see
    bool m_isWhole = false; ///< nobody has moved since all was shown
    QSize m_corner;
    std::vector<int> m_selected;
    models::DiagramWay m_way;
    Hand m_hand = Hand::Free;
    int m_pressed = -1; ///< a box
    QPointF m_from;     ///< where the button was pressed, on screen
    QPointF m_originThen;
    QPointF m_by; ///< how far the held boxes are, in units of the picture
    std::vector<int> m_held;
    std::vector<QLineF> m_guides; ///< what the held ones are in line with
    bool m_space = false;
    bool m_narrow = false; ///< at release: the others of a selection are left
};

} // namespace squall::ui
