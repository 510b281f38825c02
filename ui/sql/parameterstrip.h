#pragma once

#include "core/catalog/snapshot.h"
#include "core/sql/parameters.h"
#include "models/query/parametertypes.h"
#include "models/query/queryscript.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace squall::ui {

class Theme;

/// Asks for the values of a statement's parameters, in a strip above what comes of it, and keeps them for the
/// next time. Beside each stands what the server takes it for, as soon as that is known.
class ParameterStrip : public QWidget
{
    Q_OBJECT

public:
    ParameterStrip(const Theme &theme, QWidget *parent = nullptr);

    /// Has a field for each; those that were there keep their values.
    void setParameters(const sql::ParametersUsed &used);
    /// Somebody has seen these very fields before: the values in them are meant.
    bool isFilledFor(const sql::ParametersUsed &used) const { return isVisible() && used == m_used; }
    /// What the values are checked against while they are typed. `snapshot` knows the types that are the
    /// database's own; it may be null.
    void setTypes(const models::ParameterTypes &types, const catalog::SnapshotPtr &snapshot);
    /// Why the values cannot be sent, of the first that cannot; empty when they can, as far as that is known
    /// here.
    QString fault() const;
    /// Goes to the first value that is faulty, else to the first that is missing.
    void ask();
    models::QueryParameters values() const;

    /// What was given for each name, to be given again.
    QByteArray kept() const;
    void restore(const QByteArray &kept);

signals:
    void submitted();
    void escaped();
    void valuesChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Field
    {
        QString name;
        QLabel *type = nullptr;
        QLineEdit *value = nullptr;
        QToolButton *null = nullptr;
    };

    void addField(const QString &name);
    void keep(const Field &field);
    QStringList typesOf(const QString &name) const;
    QString faultOf(const Field &field) const;
    void showType(const Field &field);
    void showFaults();
    void tint();
    Query::Parameter valueOf(const QString &name) const;

    const Theme &m_theme;
    QGridLayout *m_layout;
    QLabel *m_fault;
    models::ParameterTypes m_types;
    catalog::SnapshotPtr m_snapshot;
    sql::ParametersUsed m_used;
    std::vector<Field> m_fields;
    QHash<QString, std::optional<QString>> m_kept;
};

} // namespace squall::ui
