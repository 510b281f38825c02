#pragma once

#include "models/diagram/declaring.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace squall::ui {

class Theme;

/// Asks which columns of which table point to which of another one, without a foreign key; or changes what
/// was said before.
class DeclareDialog : public QDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        ObjectId table = {}; ///< chosen before; so may be another one
        ObjectId other = {};
        std::optional<models::DeclaredRelation> known = {}; ///< that is changed
    };

    DeclareDialog(const Theme &theme, models::RelationChoicePtr choice, const Subject &subject,
                  QWidget *parent = nullptr);

    /// What is filled in.
    models::DeclaredRelation relation() const;

signals:
    void declared(const squall::models::DeclaredRelation &relation);
    void removeRequested();

private:
    struct Pair
    {
        QComboBox *from;
        QComboBox *to;
    };

    void make(const Theme &theme);
    void propose();
    void fill(const models::DeclaredRelation &relation);
    void fillColumns(QComboBox &box, const ObjectId &table, const QString &column) const;
    void addPair(const QString &column = {}, const QString &toColumn = {});
    void clearPairs();
    ObjectId tableIn(const QComboBox &box) const;
    void doubt();
    void take();

    models::RelationChoicePtr m_choice;
    Subject m_subject;
    std::vector<ObjectId> m_tables;
    std::vector<models::DeclaredRelation> m_offered;
    QListWidget *m_proposals;
    QComboBox *m_from;
    QComboBox *m_to;
    QGridLayout *m_grid;
    std::vector<Pair> m_pairs;
    QPushButton *m_more;
    QCheckBox *m_optional;
    QCheckBox *m_single;
    QLabel *m_doubt;
    QLabel *m_error;
    bool m_filling = false;
};

} // namespace squall::ui
