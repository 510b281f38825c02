#pragma once

#include "core/base/objectid.h"

#include <QWidget>

class QPlainTextEdit;

namespace squall::catalog {
struct Snapshot;
}
namespace squall::models {
class Studio;
}

namespace squall::ui {

class Theme;

/// The SQL that makes one object, to read and copy.
class DefinitionPage : public QWidget
{
    Q_OBJECT

public:
    DefinitionPage(const ObjectId &id, models::Studio &studio, const Theme &theme, QWidget *parent = nullptr);

private:
    void show();
    /// What to say of an object that there is no SQL for.
    QString withoutSql(const catalog::Snapshot &snapshot) const;

    ObjectId m_id;
    models::Studio &m_studio;
    QPlainTextEdit *m_text;
};

} // namespace squall::ui
