#pragma once

#include <QObject>
#include <QString>

namespace squall::ui {

/// What a grid says of whole rows beside its gutter: narrow columns that are looked at and clicked, never
/// selected or edited, and whether a row can be opened. Rows are counted as the grid's model does.
class GridMargin : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Note
    {
        QString text = {};  ///< empty while it is not known
        bool quiet = false; ///< says nothing that one would look for
    };

    virtual int noteCount() const = 0;
    virtual QString title(int note) const = 0;
    virtual QString subtitle(int note) const = 0;
    virtual Note note(int note, qint64 row) const = 0;
    /// More than fits; of the column when `row` is -1.
    virtual QString toolTip(int note, qint64 row) const = 0;
    /// All notes on a row, for a screen reader.
    virtual QString spoken(qint64 row) const = 0;

    virtual bool canOpen(qint64 row) const = 0;
    virtual bool isOpen(qint64 row) const = 0;

signals:
    void changed();
    /// There are others now, or they have other names.
    void notesChanged();
};

} // namespace squall::ui
