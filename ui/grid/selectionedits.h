#pragma once

#include "models/editablemodel.h"
#include "models/latest.h"

#include <QObject>

#include <functional>
#include <optional>

class QMimeData;

namespace squall::ui {

class Grid;

/// What is done to the selected cells and rows of a grid as a whole, without an editor: filled, cleared,
/// pasted onto, doubled, removed, taken back. What cannot be is said by `refused`, in one sentence.
class SelectionEdits : public QObject
{
    Q_OBJECT

public:
    SelectionEdits(Grid &grid, models::EditableModel &rows, QObject *parent = nullptr);

    models::EditableModel &rows() const { return m_rows; }
    /// All selected cells; nothing when they are too many, or not loaded, which is said.
    QList<models::Cell> cells();
    bool hasWholeRows() const;
    /// Several rows, but not as a whole.
    bool isVertical() const;
    /// Something is staged for a selected cell or its row.
    bool hasEdits() const;

    void set(const edit::NewValue &value);
    void clear();
    void revert();
    /// The uppermost selected row's values go into those below.
    void fillDown();
    /// Adds a row and goes into the first cell of it that may be filled.
    void addRow();
    void duplicateRows();
    void removeRows();
    /// To the clipboard and then cleared, once somebody has copied them.
    void cut();
    /// Where more rows are pasted than the table has from here on, nothing is done but to offer what can be;
    /// pasting the same again takes the offer.
    void paste(const QMimeData &data);
    void pasteAsNewRows(const QMimeData &data);

    /// Rows that were to be pasted where there are not enough.
    struct PasteOffer
    {
        models::Cell at = {};
        models::EditableModel::Block block = {};
        qint64 there = 0; ///< as many rows of the table lie below
    };
    /// Until it is taken or something else is done.
    const std::optional<PasteOffer> &offer() const { return m_offer; }
    /// Onto the rows that are there, the rest as new ones; or all as new ones.
    void takeOffer(bool allNew);
    void dropOffer();

signals:
    void refused(const QString &why);
    /// These are to be copied, and cleared after that.
    void cutRequested(const QList<squall::models::Cell> &cells);
    void offerChanged();

private:
    QList<qint64> selectedRows();
    bool refuse();
    void goToNewRows();
    void setOffer(std::optional<PasteOffer> offer);
    bool isBeyondEnd(const models::EditableModel::Block &block) const;
    models::EditableModel::Block fitted(const models::EditableModel::Block &block, int column) const;
    void pasteBlock(const models::EditableModel::Block &block);
    void pasteRows(const QStringList &columns, const models::EditableModel::Block &block, int first = 0);
    void readWhole(QList<models::Cell> cells, QList<edit::NewValue> read,
                   const std::function<void(const QList<edit::NewValue> &)> &use);

    Grid &m_grid;
    models::EditableModel &m_rows;
    int m_newRowsBefore = -1; ///< of rows that were asked for and are to be gone to
    std::optional<PasteOffer> m_offer;
    models::Latest<Result<Query::Parameter>> m_reading;
};

} // namespace squall::ui
