#pragma once

#include "core/base/jsontree.h"
#include "models/latest.h"

#include <QAbstractItemModel>

#include <memory>

namespace squall::models {

/// A JSON text as a tree of keys and values. Reads it on a thread of the pool; a text with a fault leaves the
/// tree as it was and says where. Changes made in the tree change nothing else in the text.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, ColumnCount };
    enum Role {
        JsonKindRole = Qt::UserRole + 1, ///< int: JsonKind
        PathRole,                        ///< QString, readable
        RawRole,                         ///< QByteArray: the value as JSON
    };

    explicit JsonTreeModel(JsonRules rules, QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// What the text is now. `settled` follows, whatever it holds.
    void setText(const QByteArray &text);
    bool isReading() const { return m_reading.isRunning(); }
    /// Why the text is no JSON; nothing when it is, or while it is being read.
    const std::optional<Error> &fault() const { return m_fault; }
    /// Whether the tree shows the text that was set last.
    bool isCurrent() const { return m_current; }

    /// Sets a value from JSON text; false when it is none.
    bool setRaw(const QModelIndex &index, const QByteArray &json);
    /// Adds a member behind the others of an array or object, or behind `index` itself in its parent's.
    void append(const QModelIndex &index);
    void remove(const QModelIndex &index);
    /// Trades places with the sibling `delta` rows on.
    void move(const QModelIndex &index, int delta);

    /// The rows that lead to an index, from the top; and the index they lead to, as far as it exists.
    static QList<int> rowsTo(const QModelIndex &index);
    QModelIndex indexAt(const QList<int> &rows) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The text was read: the tree or the fault is new.
    void settled();
    /// Somebody changed the tree: this is the whole text now.
    void textEdited(const QByteArray &text);

private:
    struct Shape;
    using ShapePtr = std::shared_ptr<const Shape>;

    static Result<ShapePtr> shapeOf(const QByteArray &text, JsonRules rules);
    const JsonTree &tree() const;
    int nodeOf(const QModelIndex &index) const;
    QString keyText(int node) const;
    QString valueText(int node) const;
    void edited(const QByteArray &text);

    JsonRules m_rules;
    ShapePtr m_shape;
    std::optional<Error> m_fault;
    bool m_current = false;
    Latest<Result<ShapePtr>> m_reading;
};

} // namespace squall::models
