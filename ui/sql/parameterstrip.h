#pragma once

#include "core/sql/parameters.h"
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
/// next time.
class ParameterStrip : public QWidget
{
    Q_OBJECT

public:
    ParameterStrip(const Theme &theme, QWidget *parent = nullptr);

    /// Has a field for each; those that were there keep their values.
    void setParameters(const sql::ParametersUsed &used);
    /// Somebody has seen these very fields before: the values in them are meant.
    bool isFilledFor(const sql::ParametersUsed &used) const { return isVisible() && used == m_used; }
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
        QLineEdit *value = nullptr;
        QToolButton *null = nullptr;
    };

    void addField(const QString &name);
    Query::Parameter valueOf(const QString &name) const;

    const Theme &m_theme;
    QGridLayout *m_layout;
    sql::ParametersUsed m_used;
    std::vector<Field> m_fields;
    QHash<QString, std::optional<QString>> m_kept;
};

} // namespace squall::ui
